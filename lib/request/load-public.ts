import "server-only";

import { theSystem } from "@/lib/access/actor";
import { type Context, withActor } from "@/lib/db/with-actor";

/**
 * The door for pages that need no account. What is behind it asks for what is published and nothing
 * else. Nothing is written down of who looks, or at which wrong address: strangers would fill the log.
 */
export const loadPublic = <T>(query: (ctx: Context) => Promise<T>): Promise<T> =>
  withActor(theSystem(), query, new Date(), { isView: true });
