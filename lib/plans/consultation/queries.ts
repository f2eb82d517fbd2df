import "server-only";

import { authorize, can, mayEver, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { listPlanActions } from "@/lib/plans/actions/queries";
import type { About, ChangedPart, Disposition, SourceKind } from "@/lib/plans/consultation/labels";
import { takesComments, waits } from "@/lib/plans/consultation/rules";
import { findPlan, getPlan, type PlanRecord, planFacts, toPlanRecord } from "@/lib/plans/queries";
import { byReference } from "@/lib/plans/rules";

const commentSelect = {
  ...{ id: true, roundId: true, planId: true, number: true, about: true, text: true },
  ...{ themeId: true, actionId: true, organisationId: true, sourceKind: true, sourceTitle: true },
  ...{ saidOn: true, madeAt: true, disposition: true, reason: true, settledAt: true },
  ...{ changedPart: true, changedActionId: true, beforeText: true, afterText: true },
  organisation: { select: { name: true } },
  theme: { select: { title: true } },
  planAction: { select: { reference: true, action: { select: { title: true } } } },
} satisfies Prisma.PlanCommentSelect;

type Found = Prisma.PlanCommentGetPayload<{ select: typeof commentSelect }>;

function toComment({ organisation, theme, planAction, saidOn, ...found }: Found) {
  return {
    ...found,
    about: found.about as About,
    sourceKind: found.sourceKind as SourceKind,
    disposition: found.disposition as Disposition | null,
    changedPart: found.changedPart as ChangedPart | null,
    saidDay: fromDateColumn(saidOn),
    /** Who said it, or where it was said. */
    source: organisation?.name ?? found.sourceTitle ?? "",
    line: planAction
      ? `Action ${planAction.reference}`
      : theme
        ? `Theme “${theme.title}”`
        : "The plan as a whole",
    lineText: planAction?.action.title ?? theme?.title ?? null,
  };
}

export type CommentRecord = ReturnType<typeof toComment>;

/** Every comment on a plan that somebody was let at, in the order they came. */
export async function listComments({ tx }: Context, planId: string): Promise<CommentRecord[]> {
  const found = await tx.planComment.findMany({
    where: { planId },
    select: commentSelect,
    orderBy: { number: "asc" },
    take: 1000,
  });
  return found.map(toComment);
}

/** What was said of an action that somebody was let at, and what changed its words (4.7). */
export async function listCommentsOnAction(
  { tx }: Context,
  actionId: string,
): Promise<CommentRecord[]> {
  const found = await tx.planComment.findMany({
    where: { OR: [{ actionId }, { changedActionId: actionId }] },
    select: commentSelect,
    orderBy: { number: "asc" },
    take: 200,
  });
  return found.map(toComment);
}

const roundSelect = {
  ...{ id: true, planId: true, number: true, question: true, closesOn: true },
  ...{ openedAt: true, closedAt: true },
  asked: {
    select: { organisationId: true, body: true, organisation: { select: { name: true } } },
    orderBy: { id: "asc" },
  },
} satisfies Prisma.PlanRoundSelect;

type FoundRound = Prisma.PlanRoundGetPayload<{ select: typeof roundSelect }>;

const toRound = ({ asked, closesOn, ...round }: FoundRound) => ({
  ...round,
  closesDay: fromDateColumn(closesOn),
  isOpen: round.closedAt === null,
  askedOrganisationIds: asked.flatMap(({ organisationId }) => organisationId ?? []),
  asked: asked.map(({ organisation, body }) => organisation?.name ?? body ?? "").sort(),
});

export type RoundRecord = ReturnType<typeof toRound>;

export async function listRounds({ tx }: Context, planId: string): Promise<RoundRecord[]> {
  const found = await tx.planRound.findMany({
    where: { planId },
    select: roundSelect,
    orderBy: { number: "desc" },
    take: 50,
  });
  return found.map(toRound);
}

const mayComment = ({ actor, now }: Context, plan: PlanRecord, round: RoundRecord) => {
  const { askedOrganisationIds } = round;
  const isAsked = can(actor, "comment:make", { ...plan.parties, askedOrganisationIds });
  return isAsked && takesComments(round, dayOf(now));
};

/** The consultation on a plan: who was asked what, what they said, and what came of it. */
export async function viewConsultation(ctx: Context, planId: string | undefined) {
  const { plan } = await findPlan(ctx, planId);
  if (!plan) throw new NotFound("plan", planId ?? "in force");
  const rounds = await listRounds(ctx, plan.id);
  const comments = await listComments(ctx, plan.id);
  return {
    plan,
    comments,
    rounds: rounds.map((round) => ({ ...round, mayComment: mayComment(ctx, plan, round) })),
    waiting: comments.filter(waits).length,
    today: dayOf(ctx.now),
    mayWrite: can(ctx.actor, "plan:write", plan.parties),
  };
}

/** A draft to put out, with the organisations that can be asked. */
export async function getPlanToConsult(ctx: Context, planId: string) {
  const plan = await getPlan(ctx, planId, "plan:write");
  const organisations = await listOrganisations(ctx, plan.parties.planAreaIds ?? []);
  return { plan, organisations, rounds: await listRounds(ctx, planId) };
}

/** A round, for somebody who may do this with its plan. */
export async function getRound({ actor, tx }: Context, roundId: string, permission: Permission) {
  const found = await tx.planRound.findUnique({
    where: { id: roundId },
    select: { ...roundSelect, plan: { select: planFacts } },
  });
  if (!found) throw new NotFound("consultation", roundId);
  const { plan: itsPlan, ...rest } = found;
  const [plan, round] = [toPlanRecord(itsPlan), toRound(rest)];
  authorize(actor, permission, {
    ...plan.parties,
    askedOrganisationIds: round.askedOrganisationIds,
  });
  return { ...round, plan };
}

/** The same with the lines of the draft, each of which can be spoken of. */
export async function getRoundToComment(ctx: Context, roundId: string, permission: Permission) {
  const round = await getRound(ctx, roundId, permission);
  const actions = (await listPlanActions(ctx, round.planId)).sort(byReference);
  return { round, lines: linesOf(round.plan, actions) };
}

type Named = { actionId: string; reference: string; text: string };

const linesOf = ({ themes }: PlanRecord, actions: readonly Named[]) => [
  { value: "plan", label: "The plan as a whole" },
  ...themes.map(({ id, title }) => ({ value: `theme-${id}`, label: `Theme: ${title}` })),
  ...actions.map(({ actionId, reference, text }) => ({
    value: `action-${actionId}`,
    label: `${reference} ${text}`,
  })),
];

/** One comment with its plan, and the line as it stands now. */
export async function getComment(ctx: Context, commentId: string, permission: Permission) {
  const { actor, tx } = ctx;
  const found = await tx.planComment.findUnique({
    where: { id: commentId },
    select: {
      ...commentSelect,
      theme: { select: { title: true, version: true } },
      planAction: {
        select: {
          ...{ reference: true, ownerRole: true, proportionality: true, cohesionImpact: true },
          action: { select: { title: true, version: true } },
        },
      },
      round: { select: { question: true } },
      settledByHat: { select: { user: { select: { name: true } } } },
      plan: { select: planFacts },
    },
  });
  if (!found) throw new NotFound("comment", commentId);
  const { plan: itsPlan, round, settledByHat, ...rest } = found;
  const plan = toPlanRecord(itsPlan);
  authorize(actor, permission, plan.parties);
  const { planAction, theme } = rest;
  const now: Record<ChangedPart, string> = {
    text: planAction?.action.title ?? "",
    proportionality: planAction?.proportionality ?? "",
    cohesion_impact: planAction?.cohesionImpact ?? "",
    owner_role: planAction?.ownerRole ?? "",
    theme_title: theme?.title ?? "",
    elsewhere: "",
  };
  return {
    ...toComment(rest),
    plan,
    question: round.question,
    settledBy: settledByHat?.user.name ?? null,
    lineNow: now,
    lineVersion: planAction?.action.version ?? theme?.version ?? 1,
    mayWrite: can(actor, "plan:write", plan.parties),
  };
}

export type CommentToSettle = Awaited<ReturnType<typeof getComment>>;

/** Drafts that wait for a word of one's organisation; and, for whoever keeps the plan, comments that wait for an answer. */
export async function listCommentsWaiting({ actor, tx, now }: Context) {
  const today = toDateColumn(dayOf(now));
  if (mayEver(actor, "comment:make")) {
    const rounds = await tx.planRound.findMany({
      where: {
        closedAt: null,
        closesOn: { gte: today },
        asked: { some: { organisationId: actor.organisationId } },
        comments: { none: { organisationId: actor.organisationId } },
      },
      select: { id: true, closesOn: true, plan: { select: { id: true, title: true } } },
      orderBy: { closesOn: "asc" },
      take: 20,
    });
    return rounds.map(({ id, closesOn, plan }) => ({
      key: id,
      kind: "comment" as const,
      title: plan.title,
      path: `/plan/consultation?plan=${plan.id}`,
      count: 1,
      dueDay: fromDateColumn(closesOn),
    }));
  }
  if (!mayEver(actor, "plan:write")) return [];
  const plans = await tx.plan.findMany({
    where: { areaId: actor.areaId, comments: { some: { disposition: null } } },
    select: {
      ...{ id: true, title: true },
      _count: { select: { comments: { where: { disposition: null } } } },
    },
    orderBy: { id: "desc" },
    take: 20,
  });
  return plans.map(({ id, title, _count }) => ({
    key: id,
    kind: "answer" as const,
    title,
    path: `/plan/consultation?plan=${id}`,
    count: _count.comments,
    dueDay: null,
  }));
}
