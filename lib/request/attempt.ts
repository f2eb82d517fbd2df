import "server-only";

import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { type Context, withActor } from "@/lib/db/with-actor";
import { NotFound, Refusal } from "@/lib/errors";

export type Attempt<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

const unreadable =
  /invalid input syntax for type uuid|invalid byte sequence for encoding|date\/time field value out of range/;

/** An address somebody changed by hand: what is not even an id, a text or a day is nobody's. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const isNoAddress = error instanceof Error && unreadable.test(error.message);
  return isNoAddress ? new NotFound("record", "not an id") : null;
}

/** Does the work, or says why not. A refusal is logged by itself, since its transaction is gone. */
export async function attempt<T>(
  actor: Actor,
  work: (ctx: Context) => Promise<T>,
  how: { isView?: boolean } = {},
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await withActor(actor, work, new Date(), how) };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    await withActor(actor, (ctx) =>
      record(ctx, { type: "request.refused", facts: { reason: refusal.name, ...refusal.detail } }),
    );
    return { ok: false, refusal };
  }
}
