import "server-only";

import type { CaseStatus } from "@/lib/cases/labels";
import type { CaseRecord } from "@/lib/cases/queries";
import { assertCanMove, type Facts, statusAfterMove, type TransitionId } from "@/lib/cases/rules";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";

/**
 * Moves a case on from the status and version its reader saw, by one lawful transition whose guards
 * the facts satisfy. If somebody got there first, nothing changes. Records the move; the caller
 * records the event.
 */
export async function moveCase(
  ctx: Context,
  seen: CaseRecord,
  transition: TransitionId,
  facts: Facts,
  also: Prisma.CaseUncheckedUpdateManyInput = {},
): Promise<CaseRecord> {
  const { actor, tx, now } = ctx;
  const known: Facts = { today: dayOf(now), isPaused: seen.isPaused, ...facts };
  assertCanMove(transition, seen.status, known, actor.role);
  const status = statusAfterMove(transition, seen.status) as CaseStatus;

  const { count } = await tx.case.updateMany({
    where: { id: seen.id, status: seen.status, version: seen.version },
    data: { ...also, status, statusSince: now, version: seen.version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
  await tx.caseMove.createMany({
    data: {
      caseId: seen.id,
      areaId: seen.areaId,
      transition,
      fromStatus: seen.status,
      toStatus: status,
      movedByHatId: actor.role === "system" ? null : actor.hatId,
      movedAt: now,
    },
  });
  return { ...seen, status, statusSince: now, version: seen.version + 1 };
}
