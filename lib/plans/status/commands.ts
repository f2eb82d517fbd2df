import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { eiaStatusLabels, statusLabels } from "@/lib/plans/labels";
import { getPlan, type PlanRecord } from "@/lib/plans/queries";
import { assertEiaIsOpen, assertPlanCanBeApproved, assertPlanCanMove } from "@/lib/plans/rules";
import type { AssessEquality, MovePlan } from "@/lib/plans/schema";
import { keepAsApproved } from "@/lib/plans/snapshots/commands";

/** Draft, out for consultation, approved, superseded. What one probe of its areas answers moves with it. */
export async function movePlan(ctx: Context, input: MovePlan) {
  const { tx } = ctx;
  const { to } = input;
  const plan = await getPlan(ctx, input.planId, "plan:write");
  assertPlanCanMove(plan.status, to);
  if (to === "approved") assertPlanCanBeApproved(plan);

  const approval =
    to === "approved"
      ? { approvedBy: input.approvedBy, approvedOn: toDateColumn(input.approvedDay) }
      : {};
  await savePlan(ctx, plan, input.version, { status: to, ...approval });
  await tx.planArea.updateMany({ where: { planId: plan.id }, data: { status: to } });
  if (to === "approved") await keepAsApproved(ctx, plan);
  await record(ctx, {
    type: "plan.moved",
    facts: { planId: plan.id, from: plan.status, to },
  });
  return { planId: plan.id };
}

export async function assessEquality(ctx: Context, { planId, version, eiaStatus }: AssessEquality) {
  const plan = await getPlan(ctx, planId, "plan:write");
  assertEiaIsOpen(plan);
  await savePlan(ctx, plan, version, { eiaStatus });
  await record(ctx, { type: "plan.equality_assessed", facts: { planId, eiaStatus } });
  return { planId };
}

type Change = Partial<{
  status: string;
  eiaStatus: string;
  approvedBy: string;
  approvedOn: Date;
}>;

async function savePlan({ tx }: Context, plan: PlanRecord, version: number, change: Change) {
  const { count } = await tx.plan.updateMany({
    where: { id: plan.id, version },
    data: { ...change, version: version + 1 },
  });
  if (count > 0) return;
  const theirs = [
    { name: "to", label: "Status of the plan", theirs: plan.status, choices: statusLabels },
    {
      name: "eiaStatus",
      label: "Equality impact assessment",
      theirs: plan.eiaStatus,
      choices: eiaStatusLabels,
    },
  ];
  throw new Overtaken("Somebody else", "since you opened this page", theirs, plan.version);
}
