import "server-only";

import { notFound } from "next/navigation";

import type { Context } from "@/lib/db/with-actor";
import { attempt } from "@/lib/request/attempt";
import { requireActor } from "@/lib/request/session";

/**
 * The door for pages: read as the signed-in actor. Whatever is refused is simply not there (IS-01).
 * A page that is made to be printed is an export, and waits until its record is safe.
 */
export async function load<T>(
  query: (ctx: Context) => Promise<T>,
  { isExport = false } = {},
): Promise<T> {
  const attempted = await attempt(await requireActor(), query, { isView: !isExport });
  return attempted.ok ? attempted.value : notFound();
}
