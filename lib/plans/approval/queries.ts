import "server-only";

import { can } from "@/lib/access/policy";
import { listStandingBodies } from "@/lib/agencies/queries";
import { fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPlanActions } from "@/lib/plans/actions/queries";
import type { PlanDecision } from "@/lib/plans/approval/labels";
import { reworded, whyNotYet } from "@/lib/plans/approval/rules";
import { listComments, listRounds } from "@/lib/plans/consultation/queries";
import { listEquality } from "@/lib/plans/equality/queries";
import { findPlan, getPlan, type PlanRecord, planFacts, toPlanRecord } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";
import { freeze, versionBefore } from "@/lib/plans/snapshots/queries";
import { compare } from "@/lib/plans/snapshots/rules";

const submissionSelect = {
  ...{ id: true, edition: true, body: true, note: true, submittedOn: true },
  ...{ decision: true, decidedBy: true, decidedOn: true, conditions: true },
  group: { select: { id: true } },
} satisfies Prisma.PlanSubmissionSelect;

type Found = Prisma.PlanSubmissionGetPayload<{ select: typeof submissionSelect }>;

const toSubmission = ({ submittedOn, decidedOn, decision, ...found }: Found) => ({
  ...found,
  decision: decision as PlanDecision | null,
  submittedDay: fromDateColumn(submittedOn),
  decidedDay: decidedOn && fromDateColumn(decidedOn),
});

/** Each time a plan was put to a group, newest first. */
async function listSubmissions({ tx }: Context, planId: string) {
  const found = await tx.planSubmission.findMany({
    where: { planId },
    select: submissionSelect,
    orderBy: { submittedAt: "desc" },
    take: 50,
  });
  return found.map(toSubmission);
}

/** All that a group is shown before it approves: 4.6, 4.8, 4.10. */
export async function viewApproval(ctx: Context, planId: string | undefined) {
  const { plans, plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const actions = (await listPlanActions(ctx, plan.id)).sort(byReference);
  const comments = await listComments(ctx, plan.id);
  const rounds = await listRounds(ctx, plan.id);
  const [equality] = await listEquality(ctx, plan.id);
  const submissions = await listSubmissions(ctx, plan.id);
  const isSubmitted = submissions.some(({ decision }) => decision === null);
  const mayWrite = can(ctx.actor, "plan:write", plan.parties);
  return {
    plan,
    actions,
    comments,
    equality: equality ?? null,
    submissions,
    open: submissions.find(({ decision }) => decision === null) ?? null,
    notYet: whyNotYet({ ...plan, comments, rounds, isSubmitted }),
    next: plans.find(({ replacesId }) => replacesId === plan.id) ?? null,
    before: plans.find(({ id }) => id === plan.replacesId) ?? null,
    mayWrite,
  };
}

/** 4.8: what this version changes of the one before it, with the comments that it came of. */
export async function viewChanges(ctx: Context, planId: string | undefined) {
  const { plans, plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const comments = await listComments(ctx, plan.id);
  const before = plans.find(({ id }) => id === plan.replacesId) ?? null;
  return { plan, comments, before, found: before && (await changesSince(ctx, plan, before)) };
}

async function changesSince(ctx: Context, plan: PlanRecord, before: PlanRecord) {
  const continued = await ctx.tx.planAction.findMany({
    where: { planId: plan.id, NOT: { continuesId: null } },
    select: { actionId: true, continuesId: true },
  });
  const nowCalled = new Map(continued.map((one) => [one.continuesId, one.actionId]));
  const then = (await versionBefore(ctx, before.id)).map((action) => ({
    ...action,
    actionId: nowCalled.get(action.actionId) ?? action.actionId,
  }));
  const now = await freeze(ctx, plan.id);
  const { added, removed } = compare(then, now);
  return { added, removed, reworded: reworded(then, now).sort(byAction) };
}

const byAction = (
  { action: one }: { action: { reference: string } },
  { action: other }: { action: { reference: string } },
) => byReference(one, other);

/** A plan to put to a group, or to record what the group said of it. */
export async function getPlanToApprove(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const comments = await listComments(ctx, planId);
  const rounds = await listRounds(ctx, planId);
  const submissions = await listSubmissions(ctx, planId);
  const open = submissions.find(({ decision }) => decision === null) ?? null;
  return { plan, comments, rounds, open, isSubmitted: open !== null };
}

/** The bodies of the area that may approve a plan, or the strategy that it carries out. */
export const listApprovers = (ctx: Context) =>
  listStandingBodies(ctx, ["approve_plan", "approve_strategy"]);

/** The same with the bodies that it may be put to. */
export async function getPlanToSubmit(ctx: Context, planId: string) {
  const { plan } = await getPlanToApprove(ctx, planId);
  return { plan, bodies: await listApprovers(ctx) };
}

/** The plans that were put to one body, newest first, as far as this reader may see them. */
export async function listPutTo({ actor, tx }: Context, bodyId: string, take = 100) {
  const found = await tx.planSubmission.findMany({
    where: { bodyId },
    select: { ...submissionSelect, plan: { select: planFacts } },
    orderBy: [{ submittedOn: "desc" }, { id: "desc" }],
    take,
  });
  return found
    .map(({ plan, ...one }) => ({ ...toSubmission(one), plan: toPlanRecord(plan) }))
    .filter(({ plan }) => can(actor, "plan:read", plan.parties));
}

export async function getPlanToDecide(ctx: Context, planId: string) {
  const { plan, open } = await getPlanToApprove(ctx, planId);
  if (!open) throw new NotFound("plan with a group", planId);
  return { plan, open };
}

/** An approved plan, and whether its next version has been started. */
export async function getPlanToContinue(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const next = await ctx.tx.plan.count({ where: { replacesId: planId } });
  return { plan, hasNext: next > 0 };
}
