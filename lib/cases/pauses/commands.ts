import "server-only";

import { record } from "@/lib/audit/record";
import { moveCase } from "@/lib/cases/commands";
import { guards, longestPauseDays } from "@/lib/cases/guards/rules";
import { assertCanMove } from "@/lib/cases/rules";
import { pauseClocks, resumeClocks } from "@/lib/clocks/commands";
import { addDays, dayOf, formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getCaseToPause } from "./queries";
import type { PauseCase, ResumeCase } from "./schema";

type Seen = Awaited<ReturnType<typeof getCaseToPause>>;

/**
 * T28: the case stands still where it is. Everybody on it sees that, and until when; the reason is a
 * code, and the gateway's (IS-24). Its time limits stand still with it, and one of its own begins.
 */
export async function pauseCase(ctx: Context, input: PauseCase) {
  const { actor, tx, now } = ctx;
  const seen = await getCaseToPause(ctx, input.caseId);
  if (seen.isPaused) throw new RuleBroken(guards.notPaused.otherwise);
  if (seen.version !== input.version) {
    throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
  }
  const today = dayOf(now);
  const latest = addDays(today, longestPauseDays);
  if (input.reviewOn > latest) {
    throw new FieldsRefused({
      reviewOn: [`Review date must be on or before ${formatDay(latest)}`],
    });
  }
  const reviewOn = toDateColumn(input.reviewOn);
  const facts = { pauseReason: input.reason, pauseReviewOn: input.reviewOn };
  await moveCase(ctx, seen, "T28", facts, { pausedSince: now, pauseReviewOn: reviewOn });
  await tx.casePause.createMany({
    data: {
      ...{ caseId: seen.id, areaId: seen.areaId, reason: input.reason },
      ...{ pausedByHatId: actor.hatId, pausedAt: now, reviewOn },
    },
  });
  const subject = { areaId: seen.areaId, caseId: seen.id };
  await pauseClocks(ctx, subject, input.reviewOn);

  await tell(ctx, seen, "case_paused");
  const { reference, dataKeyId } = seen;
  await record(ctx, {
    type: "case.paused",
    dataKeyId,
    facts: { reference, reviewOn: input.reviewOn },
  });
  return { reference };
}

/** The case goes on from where it stood, and what was due is due as many days later as it stood. */
export async function resumeCase(ctx: Context, { caseId }: ResumeCase) {
  const { actor, tx, now } = ctx;
  const seen = await getCaseToPause(ctx, caseId);
  if (!seen.pausedSince) throw new RuleBroken("This case is not paused.");
  assertCanMove("T28", seen.status, { isPaused: true }, actor.role);
  await moveCase(ctx, seen, "T28", {}, { pausedSince: null, pauseReviewOn: null });
  await tx.casePause.updateMany({
    where: { caseId, endedAt: null },
    data: { endedAt: now, endedByHatId: actor.hatId },
  });
  const subject = { areaId: seen.areaId, caseId };
  await resumeClocks(ctx, subject);

  await tell(ctx, seen, "case_resumed");
  const { reference, dataKeyId } = seen;
  await record(ctx, { type: "case.resumed", dataKeyId, facts: { reference } });
  return { reference };
}

/** Everybody at work on the case. */
async function tell(ctx: Context, seen: Seen, kind: "case_paused" | "case_resumed") {
  const { id: caseId, reference } = seen;
  const workers = await ctx.tx.caseWorker.findMany({
    where: { caseId, endedAt: null },
    select: { hatId: true },
  });
  const told = workers.map(({ hatId }) => hatId);
  await notify(ctx, told, { kind, reference, path: `/cases/${reference}` });
}
