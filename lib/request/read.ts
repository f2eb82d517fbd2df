import "server-only";

import { theSystem } from "@/lib/access/actor";
import { type Context, withActor } from "@/lib/db/with-actor";

/** The door for pages that need no account: whatever is read here is public, whoever asks. */
export const readPublic = <T>(query: (ctx: Context) => Promise<T>): Promise<T> =>
  withActor(theSystem(), query);
