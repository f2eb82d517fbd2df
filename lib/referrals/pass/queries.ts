import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { type CoarseStatus, coarseStatusLabels } from "@/lib/referrals/labels";
import { getReferralToScreen } from "@/lib/referrals/screening/queries";

/** A referral with the other areas it may belong to. */
export async function viewToPass(ctx: Context, reference: string) {
  const { id, dataKeyId, status } = await getReferralToScreen(ctx, reference);
  const areas = await ctx.tx.area.findMany({
    where: { NOT: { id: ctx.actor.areaId } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  await record(ctx, { type: "referral.viewed", dataKeyId, facts: { reference, page: "pass" } });
  return {
    ...{ id, reference, isWaiting: status === "gateway" },
    areas: areas.map((area) => ({ value: area.id, label: area.name })),
  };
}

/** What is kept here of a referral that went on to another area, or null for every other. */
export async function findPassed(ctx: Context, reference: string) {
  const { actor, tx } = ctx;
  const found = await tx.referral.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: {
      ...{ areaId: true, dataKeyId: true, submittedAt: true, endedAt: true, disposeOn: true },
      ...{ passedToReference: true, passedTold: true, passedReason: true },
      passedToArea: { select: { name: true } },
    },
  });
  if (!found?.passedToArea || !found.submittedAt || !found.endedAt) return null;
  authorize(actor, "referral:screen", { areaId: found.areaId });
  const { dataKeyId, disposeOn } = found;
  await record(ctx, { type: "referral.viewed", dataKeyId, facts: { reference, page: "passed" } });
  return {
    reference,
    area: found.passedToArea.name,
    newReference: found.passedToReference ?? "",
    told: coarseStatusLabels[found.passedTold as CoarseStatus],
    reason: found.passedReason ?? "",
    receivedOn: dayOf(found.submittedAt),
    passedOn: dayOf(found.endedAt),
    keptUntil: disposeOn && fromDateColumn(disposeOn),
  };
}
export type Passed = NonNullable<Awaited<ReturnType<typeof findPassed>>>;
