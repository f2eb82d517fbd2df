import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import { statusLabels } from "@/lib/plans/labels";
import { getPlan, type PlanRecord } from "@/lib/plans/queries";
import { assertPlanCanBeApproved, assertPlanCanMove } from "@/lib/plans/rules";
import type { MovePlan } from "@/lib/plans/schema";
import { keepAsApproved } from "@/lib/plans/snapshots/commands";

/** Back to a draft, or superseded. It goes out with a round of comments, and a group approves it: neither is done here. */
export async function movePlan(ctx: Context, input: MovePlan) {
  const { to } = input;
  const plan = await getPlan(ctx, input.planId, "plan:write");
  assertPlanCanMove(plan.status, to);
  if (to === "draft") await assertNothingIsOpen(ctx, plan.id);
  await setStatus(ctx, plan, input.version, { status: to });
  await record(ctx, {
    type: "plan.moved",
    facts: { planId: plan.id, from: plan.status, to },
  });
  return { planId: plan.id };
}

async function assertNothingIsOpen({ tx }: Context, planId: string): Promise<void> {
  const rounds = await tx.planRound.count({ where: { planId, closedAt: null } });
  if (rounds > 0) throw new RuleBroken("A consultation on this plan is open. Close it first.");
  const submitted = await tx.planSubmission.count({ where: { planId, decision: null } });
  if (submitted > 0)
    throw new RuleBroken("The plan is with the group. Record first what the group decided.");
}

type Approval = { approvedBy: string; approvedDay: Day };

/** What a group approved is kept as it was then, and takes the place of the version before. */
export async function approvePlan(
  ctx: Context,
  plan: PlanRecord,
  { approvedBy, approvedDay }: Approval,
) {
  assertPlanCanMove(plan.status, "approved");
  assertPlanCanBeApproved(plan);
  const approved = { status: "approved", approvedBy, approvedOn: toDateColumn(approvedDay) };
  await setStatus(ctx, plan, plan.version, approved);
  await keepAsApproved(ctx, plan);
  if (!plan.replacesId) return;
  const before = await getPlan(ctx, plan.replacesId, "plan:write");
  if (before.status === "approved")
    await setStatus(ctx, before, before.version, { status: "superseded" });
}

/** The status of a plan, and with it what one probe of its areas answers. */
export async function setStatus(
  ctx: Context,
  plan: PlanRecord,
  version: number,
  change: Change & { status: string },
) {
  await savePlan(ctx, plan, version, change);
  await ctx.tx.planArea.updateMany({
    where: { planId: plan.id },
    data: { status: change.status },
  });
}

type Change = Partial<{
  status: string;
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
  ];
  throw new Overtaken("Somebody else", "since you opened this page", theirs, plan.version);
}
