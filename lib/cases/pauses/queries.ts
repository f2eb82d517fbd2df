import "server-only";

import { record } from "@/lib/audit/record";
import { longestPauseDays } from "@/lib/cases/guards/rules";
import type { PauseReason } from "@/lib/cases/labels";
import { getCase, getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { addDays, dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

/** A case for the officer who may make it stand still, and let it go on (T28). */
export const getCaseToPause = (ctx: Context, caseId: string) =>
  getCaseById(ctx, caseId, "case:pause");

/** Whether a case stands still and why, for the gateway alone. The view is recorded. */
export async function viewPause(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "case:pause");
  const { id: caseId, dataKeyId, status, version, isPaused } = caseRecord;
  const found = await ctx.tx.casePause.findMany({
    where: { caseId },
    orderBy: { pausedAt: "desc" },
    select: {
      id: true,
      reason: true,
      pausedAt: true,
      reviewOn: true,
      endedAt: true,
      pausedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "pause" } });
  const today = dayOf(ctx.now);
  return {
    reference,
    caseId,
    version,
    isPaused,
    isLive: liveStatuses.some((live) => live === status),
    today,
    latest: addDays(today, longestPauseDays),
    pauses: found.map(({ reviewOn, reason, pausedByHat, ...pause }) => ({
      ...pause,
      reason: reason as PauseReason,
      reviewDay: fromDateColumn(reviewOn),
      by: pausedByHat.user.name,
    })),
  };
}
