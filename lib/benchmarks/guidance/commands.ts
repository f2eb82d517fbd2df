import "server-only";

import { record } from "@/lib/audit/record";
import { listAuthorities } from "@/lib/benchmarks/compliance/queries";
import { getGapReview, getGuidanceToRecord } from "@/lib/benchmarks/guidance/queries";
import type { AnswerGap, RecordGuidance } from "@/lib/benchmarks/schema";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";

/** Guidance has changed: each specified authority of the area is asked what that means for it (2.2). */
export async function recordGuidance(ctx: Context, input: RecordGuidance) {
  const { actor, tx, now } = ctx;
  const { title, versionLabel, summary, criteria } = input;
  const { areaId, hatId } = actor;
  await getGuidanceToRecord(ctx);
  const same = { areaId, title, versionLabel };
  if (await tx.guidanceEdition.findFirst({ where: same, select: { id: true } }))
    throw new FieldsRefused({ versionLabel: ["This version is in the register already"] });
  const { id: guidanceId } = await tx.guidanceEdition.create({
    data: {
      ...{ ...same, summary, criteria, recordedByHatId: hatId, recordedAt: now },
      publishedOn: toDateColumn(input.publishedDay),
      inForceOn: toDateColumn(input.inForceDay),
    },
    select: { id: true },
  });
  const asked = await listAuthorities(ctx);
  const dueOn = toDateColumn(input.reviewDay);
  await tx.gapReview.createMany({
    data: asked.map(({ id: organisationId }) => ({ guidanceId, areaId, organisationId, dueOn })),
  });
  await tellLeads(ctx, guidanceId, asked);
  const facts = { guidanceId, asked: asked.length };
  await record(ctx, { type: "guidance.recorded", facts });
  return { guidanceId };
}

async function tellLeads(ctx: Context, guidanceId: string, asked: readonly { id: string }[]) {
  const { areaId } = ctx.actor;
  const leads = await ctx.tx.hat.findMany({
    where: {
      ...{ areaId, role: "agency_lead", endedAt: null },
      organisationId: { in: asked.map(({ id }) => id) },
    },
    select: { id: true },
  });
  await notify(
    ctx,
    leads.map(({ id }) => id),
    {
      kind: "guidance_changed",
      reference: "Guidance",
      path: `/plan/assessments/guidance/${guidanceId}`,
    },
  );
}

/** What the change means for one authority: said once. */
export async function answerGapReview(ctx: Context, input: AnswerGap) {
  const { actor, tx, now } = ctx;
  const { reviewId, outcome, reasons, planned, plannedDay } = input;
  const review = await getGapReview(ctx, reviewId);
  if (review.outcome) throw new RuleBroken("This review was answered, so it stays as it was");
  const isGap = outcome === "gap";
  const { count } = await tx.gapReview.updateMany({
    where: { id: reviewId, outcome: null },
    data: {
      ...{ outcome, reasons, answeredOn: toDateColumn(dayOf(now)), answeredByHatId: actor.hatId },
      ...(isGap && { planned, plannedBy: plannedDay && toDateColumn(plannedDay) }),
    },
  });
  if (count === 0) throw new RuleBroken("This review was answered, so it stays as it was");
  await record(ctx, { type: "guidance.gap_answered", facts: { reviewId, outcome } });
  return { guidanceId: review.guidance.id };
}
