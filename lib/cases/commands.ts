import "server-only";

import type { Facts } from "@/lib/cases/guards/rules";
import type { CaseStatus, ClosureCode } from "@/lib/cases/labels";
import type { CaseRecord } from "@/lib/cases/queries";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import {
  assertCanMove,
  assertClocksRun,
  clocksAt,
  endings,
  statusAfterMove,
  type TransitionId,
  transitions,
} from "@/lib/cases/rules";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";

/** All of a case that a move needs, which a timer has without reading whose case it is. */
export type Movable = Pick<CaseRecord, "id" | "areaId" | "status" | "isPaused" | "version">;

/**
 * Moves a case on from the status and version its reader saw, by one lawful transition whose guards
 * the facts satisfy. If somebody got there first, nothing changes. Records the move; the caller
 * records the event.
 */
export async function moveCase<Seen extends Movable>(
  ctx: Context,
  seen: Seen,
  transition: TransitionId,
  facts: Facts,
  also: Prisma.CaseUncheckedUpdateManyInput = {},
): Promise<Seen> {
  const { actor, tx, now } = ctx;
  const known: Facts = { today: dayOf(now), isPaused: seen.isPaused, ...facts };
  if (needsRefresh(transition)) known.isRefreshOverdue = await isRefreshOverdue(ctx, seen.id);
  assertCanMove(transition, seen.status, known, actor.role);
  const status = statusAfterMove(transition, seen.status) as CaseStatus;
  if (status !== seen.status) await assertNextClock(ctx, seen.id, status);

  const { count } = await tx.case.updateMany({
    where: { id: seen.id, status: seen.status, version: seen.version },
    data: {
      ...also,
      status,
      ...(status !== seen.status && { statusSince: now }),
      version: seen.version + 1,
    },
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
  if (status !== seen.status && endings.includes(status)) await settle(ctx, seen.id);
  return { ...seen, status, version: seen.version + 1 };
}

const needsRefresh = (id: TransitionId) =>
  (transitions[id].guards as readonly string[]).includes("refreshed");

/** AF-09: by the clock that the last assessment set, which stands still while the case does. */
async function isRefreshOverdue({ tx, now }: Context, caseId: string): Promise<boolean> {
  const kind = "assessment_refresh";
  const late = { stoppedOn: null, pausedOn: null, dueOn: { lt: toDateColumn(dayOf(now)) } };
  return (await tx.clock.count({ where: { caseId, kind, ...late } })) > 0;
}

/** Nothing goes on to a step whose date is not running: it would never be late. */
async function assertNextClock({ tx }: Context, caseId: string, status: CaseStatus) {
  if (!clocksAt[status]) return;
  const running = await tx.clock.findMany({
    where: { caseId, stoppedOn: null },
    select: { kind: true },
  });
  assertClocksRun(
    status,
    running.map(({ kind }) => kind),
  );
}

/** However a case ends, nobody is asked about it any more, and its referrer learns that there is news (IS-16). */
async function settle(ctx: Context, caseId: string): Promise<void> {
  await ctx.tx.informationRequest.updateMany({
    where: { caseId, state: { in: ["asked", "part"] } },
    data: { state: "cancelled", version: { increment: 1 } },
  });
  const referral = await ctx.tx.referral.findFirst({
    where: { caseId },
    select: { reference: true, createdByHatId: true, passedFromId: true },
  });
  if (!referral?.reference || referral.passedFromId) return; // told where it was written
  const { reference, createdByHatId } = referral;
  const path = `/referrals/${reference}`;
  await notify(ctx, [createdByHatId], { kind: "referral_outcome", reference, path });
}

/** What a case is left with when it ends: why, when, and how long it is kept (RET-01). */
export function endedBecause({ now }: Context, closureCode: ClosureCode, isChild: boolean) {
  const { retentionClass } = retentionClassFor(closureCode, isChild);
  const last = disposeOn(retentionClass, dayOf(now), isChild);
  return { closureCode, closedAt: now, retentionClass, disposeOn: last && toDateColumn(last) };
}
