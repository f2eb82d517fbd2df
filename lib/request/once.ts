import "server-only";

import { sha256 } from "@/lib/crypto/vault";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";

/**
 * Whoever works in two roles may have changed to the other in another tab: what was written in one of
 * them, for its organisation and area, does not go to the other.
 */
export function assertSameRole({ actor }: Pick<Context, "actor">, openedBy: string | null): void {
  if (openedBy !== null && openedBy !== actor.hatId)
    throw new RuleBroken(
      "You have changed to another role since this page was opened, so nothing was saved. What you typed is still here: choose the first role again in another tab, then send it from this page.",
    );
}

/**
 * Runs the work once for each key. A second call with the key waits for the first and gets its
 * answer; the same key with other content is refused.
 */
export async function once<T>(
  { actor, tx }: Context,
  key: string,
  input: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const requestHash = sha256(JSON.stringify(input));
  const claimed = await tx.$executeRaw`
    insert into idempotency_keys (actor_id, key, request_hash)
    values (${actor.userId}::uuid, ${key}::uuid, ${requestHash}) on conflict do nothing`;
  const where = { actorId_key: { actorId: actor.userId, key } };
  if (claimed === 0) {
    const first = await tx.idempotencyKey.findUniqueOrThrow({
      where,
      select: { requestHash: true, answer: true },
    });
    if (first.requestHash !== requestHash)
      throw new RuleBroken("This form was already sent with other content. Reload it to go on.");
    return first.answer as T;
  }
  const answer = await work();
  await tx.idempotencyKey.update({
    where,
    data: { answer: (answer ?? {}) as Prisma.InputJsonValue },
  });
  return answer;
}
