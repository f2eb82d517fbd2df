import "server-only";

import { record } from "@/lib/audit/record";
import { addDays, type Day, dayOf, formatInstant, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getPlanAction, type PlanActionHistory } from "@/lib/plans/actions/queries";
import { type Rag, ragLabels } from "@/lib/plans/labels";
import { tellOwner } from "@/lib/plans/notices/commands";
import { listHatsOver } from "@/lib/plans/queries";
import {
  assertPlanIsOpen,
  escalates,
  percentDisagrees,
  ragAfter,
  staleAfterDays,
  statusOf,
} from "@/lib/plans/rules";
import type { UpdatePlanAction } from "@/lib/plans/schema";

/** What the owner, or the co-ordinator, says of an action. Each saying is kept. */
export async function updatePlanAction(ctx: Context, input: UpdatePlanAction) {
  const { actor, tx, now } = ctx;
  const { actionId, version, rag, percent } = input;
  const seen = await getPlanAction(ctx, actionId, "plan:update");
  assertPlanIsOpen(seen.plan);
  const disagreement = percentDisagrees(rag, percent);
  if (disagreement) throw new FieldsRefused({ percent: [disagreement] });

  const today = toDateColumn(dayOf(now));
  const said = {
    reason: "reason" in input ? input.reason : null,
    recoveryPlan: "recoveryPlan" in input ? input.recoveryPlan : null,
    evidence: "evidence" in input ? input.evidence : null,
  };
  const { count } = await tx.planAction.updateMany({
    where: { actionId, version },
    data: {
      rag,
      percent,
      ragReason: said.reason,
      recoveryPlan: said.recoveryPlan,
      evidence: said.evidence,
      isStale: false,
      lastUpdateOn: today,
      version: version + 1,
    },
  });
  if (count === 0) throw updateOvertaken(seen);

  const { planId, plan } = seen;
  const ids = { actionId, planId, areaId: plan.areaId };
  await tx.planUpdate.createMany({
    data: {
      ...ids,
      ...said,
      rag,
      percent,
      note: input.note ?? "",
      updatedByHatId: actor.hatId,
      updatedAt: now,
    },
  });
  await tx.action.updateMany({
    where: { id: actionId },
    data: { status: statusOf[rag], doneOn: rag === "blue" ? today : null },
  });
  if (escalates(rag)) await escalate(ctx, seen, said.reason ?? "");
  else await endEscalation(ctx, actionId);
  await record(ctx, {
    type: "plan_action.updated",
    facts: { planId, actionId, from: seen.recordedRag, to: rag, percent },
  });
  return { planId, actionId };
}

/** Red goes to the steering group, once for each time that it turns red. */
async function escalate(ctx: Context, seen: PlanActionHistory, reason: string): Promise<void> {
  if (seen.escalations.some(({ endedAt }) => endedAt === null)) return;
  const { tx, now } = ctx;
  const { actionId, planId, plan, reference } = seen;
  await tx.planEscalation.createMany({
    data: { actionId, planId, areaId: plan.areaId, reason, raisedAt: now },
  });
  const hatIds = await listHatsOver(ctx, planId, ["steering_member", "prevent_coordinator"]);
  await notify(ctx, hatIds, { kind: "action_red", reference, path: `/plan/actions/${actionId}` });
}

async function endEscalation({ tx, now }: Context, actionId: string): Promise<void> {
  await tx.planEscalation.updateMany({
    where: { actionId, endedAt: null },
    data: { endedAt: now },
  });
}

function updateOvertaken(seen: PlanActionHistory): Overtaken {
  const last = seen.updates.find(({ isAutomatic }) => !isAutomatic);
  return new Overtaken(
    last?.updatedByHat?.user.name ?? "Somebody else",
    last ? `on ${formatInstant(last.updatedAt)}` : "since you opened this page",
    [
      { name: "rag", label: "How it stands", theirs: seen.recordedRag, choices: ragLabels },
      { name: "percent", label: "Percent done", theirs: `${seen.percent}` },
      { name: "reason", label: "Reason", theirs: seen.ragReason ?? "" },
      { name: "recoveryPlan", label: "Recovery plan", theirs: seen.recoveryPlan ?? "" },
      { name: "evidence", label: "Evidence", theirs: seen.evidence ?? "" },
      { name: "note", label: "Note", theirs: last?.note ?? "" },
    ],
    seen.version,
  );
}

const silence = `No update for ${staleAfterDays} days.`;

const stalable = {
  actionId: true,
  planId: true,
  areaId: true,
  reference: true,
  rag: true,
  ragReason: true,
  recoveryPlan: true,
  percent: true,
  lastUpdateOn: true,
  action: { select: { startsOn: true, ownerOrganisationId: true } },
} satisfies Prisma.PlanActionSelect;

type Stalable = Prisma.PlanActionGetPayload<{ select: typeof stalable }>;

/**
 * Forty-five days without a word turn an action of a plan in force amber, by themselves. Run as
 * often as one likes: what is marked is not marked again until somebody has updated it.
 */
export async function markStaleActions(ctx: Context): Promise<{ marked: number }> {
  const today = dayOf(ctx.now);
  const limit = { lt: toDateColumn(addDays(today, -staleAfterDays)) };
  const due = await ctx.tx.planAction.findMany({
    where: {
      isStale: false,
      rag: { not: "blue" },
      lastUpdateOn: limit,
      action: { OR: [{ startsOn: null }, { startsOn: limit }] },
      plan: { status: "approved" },
    },
    select: stalable,
    take: 100,
  });
  let marked = 0;
  for (const action of due) marked += await markStale(ctx, action, today);
  return { marked };
}

async function markStale(ctx: Context, action: Stalable, today: Day): Promise<number> {
  const { tx, now } = ctx;
  const { actionId, planId, areaId, percent, recoveryPlan, reference } = action;
  const lastUpdate = fromDateColumn(action.lastUpdateOn);
  const startDay = action.action.startsOn ? fromDateColumn(action.action.startsOn) : lastUpdate;
  const { rag, stale } = ragAfter({ rag: action.rag as Rag, startDay, lastUpdate }, today);
  if (!stale) return 0;

  const reason = action.ragReason ?? silence;
  const { count } = await tx.planAction.updateMany({
    where: { actionId, isStale: false },
    data: { rag, ragReason: reason, isStale: true },
  });
  if (count === 0) return 0;
  await tx.planUpdate.createMany({
    data: {
      actionId,
      planId,
      areaId,
      rag,
      reason,
      recoveryPlan,
      percent,
      note: silence,
      isAutomatic: true,
      updatedAt: now,
    },
  });
  const { ownerOrganisationId } = action.action;
  await tellOwner(ctx, "action_stale", { planId, actionId, reference, ownerOrganisationId });
  const keepers = await listHatsOver(ctx, planId, ["prevent_coordinator"]);
  await notify(ctx, keepers, {
    kind: "action_stale",
    reference,
    path: `/plan/actions/${actionId}`,
  });
  await record(ctx, { type: "plan_action.marked_stale", facts: { planId, actionId, to: rag } });
  return 1;
}
