import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getPlanToApprove, listApprovers } from "@/lib/plans/approval/queries";
import {
  assertCanBeSubmitted,
  assertIsSubmitted,
  isApproval,
  isDecidedAfter,
} from "@/lib/plans/approval/rules";
import type { DecidePlan, SubmitPlan } from "@/lib/plans/approval/schema";
import { assertAllSettled } from "@/lib/plans/consultation/rules";
import { approvePlan, setStatus } from "@/lib/plans/status/commands";

export async function submitPlan(ctx: Context, input: SubmitPlan) {
  const { actor, tx, now } = ctx;
  const { planId, bodyId, note, submittedDay } = input;
  const { plan, ...found } = await getPlanToApprove(ctx, planId);
  assertCanBeSubmitted({ ...plan, ...found });
  const body = (await listApprovers(ctx)).find(({ id }) => id === bodyId);
  if (!body) throw new FieldsRefused({ bodyId: ["Select the body that is to approve the plan"] });
  const { areaId, edition } = plan;
  await tx.planSubmission.createMany({
    data: {
      ...{ planId, areaId, edition, bodyId, body: body.name, note },
      ...{ submittedOn: toDateColumn(submittedDay) },
      ...{ submittedByHatId: actor.hatId, submittedAt: now },
    },
  });
  await record(ctx, { type: "plan.submitted", facts: { planId, edition } });
  return { planId };
}

/** What the group said. What it approved is kept as it was; what it sent back is a draft again. */
export async function decidePlan(ctx: Context, input: DecidePlan) {
  const { actor, tx, now } = ctx;
  const { planId, decision, decidedDay } = input;
  const { plan, comments, open } = await getPlanToApprove(ctx, planId);
  assertIsSubmitted(open);
  const decidedBy = open.body;
  if (!isDecidedAfter(decidedDay, open.submittedDay))
    throw new FieldsRefused({
      decidedDay: ["Day of the decision must be on or after the day it was put to the group"],
    });
  if (isApproval(decision)) {
    assertAllSettled(comments);
    await approvePlan(ctx, plan, { approvedBy: decidedBy, approvedDay: decidedDay });
  } else await setStatus(ctx, plan, plan.version, { status: "draft" });
  await tx.planSubmission.updateMany({
    where: { id: open.id, decision: null },
    data: {
      ...{ decision, decidedBy, decidedOn: toDateColumn(decidedDay) },
      conditions: input.decision === "approved" ? null : input.conditions,
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, {
    type: "plan.decided",
    facts: { planId, decision, edition: plan.edition },
  });
  return { planId };
}
