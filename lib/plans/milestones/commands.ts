import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { getMilestone, type MilestoneToEdit } from "@/lib/plans/milestones/queries";
import type { AddMilestone, EditMilestone } from "@/lib/plans/milestones/schema";
import { milestoneStates } from "@/lib/plans/parts/labels";
import { whyMovedIsMissing } from "@/lib/plans/parts/rules";
import { assertPlanIsOpen } from "@/lib/plans/rules";

export async function addMilestone(ctx: Context, { actionId, title, dueDay }: AddMilestone) {
  const { actor, tx, now } = ctx;
  const { plan } = await getPlanAction(ctx, actionId, "plan:update");
  assertPlanIsOpen(plan);
  const dueOn = toDateColumn(dueDay);
  await tx.planMilestone.createMany({
    data: {
      ...{ actionId, planId: plan.id, areaId: plan.areaId, title, dueOn, firstDueOn: dueOn },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  await record(ctx, {
    type: "plan_action.milestone_added",
    facts: { planId: plan.id, actionId },
  });
  return { actionId };
}

/** A day that moves on, and a step that is dropped, say why. What was once said of it stays. */
export async function editMilestone(ctx: Context, input: EditMilestone) {
  const { actor, tx, now } = ctx;
  const { milestoneId, version, state, title, dueDay, reason } = input;
  const seen = await getMilestone(ctx, milestoneId);
  const { plan, actionId } = seen.action;
  assertPlanIsOpen(plan);
  const missing = whyMovedIsMissing(seen.dueDay, dueDay, reason);
  if (missing) throw new FieldsRefused({ reason: [missing] });

  const { count } = await tx.planMilestone.updateMany({
    where: { id: milestoneId, version },
    data: {
      ...{ title, state, dueOn: toDateColumn(dueDay), reason: reason ?? seen.reason },
      metOn: input.state === "met" ? toDateColumn(input.metDay) : null,
      ...{ version: version + 1, editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0) throw overtaken(seen);
  await record(ctx, {
    type: "plan_action.milestone_edited",
    facts: { planId: plan.id, actionId, milestoneId, from: seen.state, to: state },
  });
  return { actionId };
}

const overtaken = ({ edited, title, state, dueDay, reason, version }: MilestoneToEdit) =>
  new Overtaken(
    edited.by,
    `on ${formatInstant(edited.at)}`,
    [
      { name: "title", label: "Milestone", theirs: title },
      { name: "dueDay", label: "Date", theirs: dueDay },
      { name: "state", label: "How it stands", theirs: state, choices: milestoneStates },
      { name: "reason", label: "Reason", theirs: reason ?? "" },
    ],
    version,
  );
