import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { reviewDayErrors, saveRisk } from "@/lib/risks/commands";
import { getRisk, type RiskRecord } from "@/lib/risks/queries";
import { assertCanBeAgreed, assertRiskIsOpen } from "@/lib/risks/rules";
import type { AgreeRisk, CloseRisk, ReviewRisk } from "@/lib/risks/schema";

/** Its owner, or the co-ordinator, has looked at it again. The next day is set, and the clock of this one ends. */
export async function reviewRisk(ctx: Context, input: ReviewRisk) {
  const { actor, tx, now } = ctx;
  const risk = await getRisk(ctx, input.riskId, "risk:review");
  assertRiskIsOpen(risk);
  const today = dayOf(now);
  const errors = reviewDayErrors(input.reviewDay, today);
  if (input.reviewDay === risk.reviewDay)
    errors.reviewDay = ["Review date must be another day than the one it is due now"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);

  await saveRisk(ctx, risk, input.version, { reviewOn: toDateColumn(input.reviewDay) });
  await tx.riskReview.createMany({
    data: {
      ...{ riskId: risk.id, areaId: risk.areaId, outcome: input.outcome, note: input.note },
      dueOn: toDateColumn(risk.reviewDay),
      reviewedOn: toDateColumn(today),
      nextOn: toDateColumn(input.reviewDay),
      ...{ reviewedByHatId: actor.hatId, reviewedAt: now },
    },
  });
  if (input.outcome !== "unchanged") await tellKeepers(ctx, risk);
  await record(ctx, { type: "risk.reviewed", facts: { riskId: risk.id, outcome: input.outcome } });
  return { riskId: risk.id };
}

/** What an owner finds is for the co-ordinators who keep the register to write. */
async function tellKeepers(ctx: Context, { areaId, reference, id }: RiskRecord) {
  const keepers = await ctx.tx.hat.findMany({
    where: { areaId, role: "prevent_coordinator", endedAt: null, id: { not: ctx.actor.hatId } },
    select: { id: true },
  });
  const hatIds = keepers.map((hat) => hat.id);
  await notify(ctx, hatIds, { kind: "risk_reviewed", reference, path: `/plan/risks/${id}` });
}

/** The group's own act, written down with its day. */
export async function agreeRisk(ctx: Context, { riskId, version, agreedBy, agreedDay }: AgreeRisk) {
  const risk = await getRisk(ctx, riskId, "risk:write");
  assertCanBeAgreed(risk);
  if (agreedDay < dayOf(risk.editedAt))
    throw new FieldsRefused({
      agreedDay: ["Date it was agreed must be the same as or after the day it was last changed"],
    });
  await saveRisk(ctx, risk, version, {
    ...{ status: "agreed", agreedBy, agreedOn: toDateColumn(agreedDay) },
  });
  await record(ctx, { type: "risk.agreed", facts: { riskId, agreedDay } });
  return { riskId };
}

export async function closeRisk(ctx: Context, { riskId, version, reasons }: CloseRisk) {
  const risk = await getRisk(ctx, riskId, "risk:write");
  assertRiskIsOpen(risk);
  await saveRisk(ctx, risk, version, {
    ...{ status: "closed", closedBecause: reasons, closedOn: toDateColumn(dayOf(ctx.now)) },
  });
  await record(ctx, { type: "risk.closed", facts: { riskId } });
  return { riskId };
}
