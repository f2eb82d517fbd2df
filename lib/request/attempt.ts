import "server-only";

import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { type Context, withActor } from "@/lib/db/with-actor";
import { Refusal } from "@/lib/errors";

export type Attempt<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Does the work, or says why not. A refusal is logged by itself, since its transaction is gone. */
export async function attempt<T>(
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  how: { isView?: boolean } = {},
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await withActor(actor, work, new Date(), how) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await withActor(actor, (ctx) =>
      record(ctx, { type: "request.refused", facts: { reason: error.name, ...error.detail } }),
    );
    return { ok: false, refusal: error };
  }
}
