import "server-only";

import { authorize, can, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type {
  Benchmark,
  DutyTheme,
  EvidenceBasis,
  Objective,
  Priority,
  Rag,
  Workstream,
} from "@/lib/plans/labels";
import {
  evidenceSelect,
  measureSelect,
  milestoneSelect,
  toEvidence,
  toMeasure,
  toMilestone,
} from "@/lib/plans/parts/queries";
import { partiesOfAction, planFacts, toPlanRecord } from "@/lib/plans/queries";
import { ragAfter } from "@/lib/plans/rules";
import type { ActionStatus } from "@/lib/tracker/labels";
import { isOverdue } from "@/lib/tracker/rules";

/** What a list needs of an action. */
export const planActionFacts = {
  actionId: true,
  planId: true,
  themeId: true,
  objective: true,
  reference: true,
  ownerRole: true,
  priority: true,
  workstream: true,
  proportionality: true,
  cohesionImpact: true,
  evidenceBasis: true,
  benchmarks: true,
  forAreas: true,
  rag: true,
  ragReason: true,
  recoveryPlan: true,
  evidence: true,
  percent: true,
  lastUpdateOn: true,
  version: true,
  action: {
    select: {
      title: true,
      startsOn: true,
      dueOn: true,
      firstDueOn: true,
      status: true,
      version: true,
      ownerOrganisation: { select: { id: true, name: true } },
    },
  },
} satisfies Prisma.PlanActionSelect;

type Found = Prisma.PlanActionGetPayload<{ select: typeof planActionFacts }>;

/** A plan action as it stands today: silence has already turned it amber. */
export function toPlanAction({ action, ...found }: Found, today: Day) {
  const lastUpdate = fromDateColumn(found.lastUpdateOn);
  const startDay = action.startsOn ? fromDateColumn(action.startsOn) : lastUpdate;
  const dueDay = fromDateColumn(action.dueOn);
  const status = action.status as ActionStatus;
  const { rag, stale } = ragAfter({ rag: found.rag as Rag, startDay, lastUpdate }, today);
  return {
    ...found,
    rag,
    isStale: stale,
    objective: found.objective as Objective,
    priority: found.priority as Priority,
    workstream: found.workstream as Workstream,
    evidenceBasis: found.evidenceBasis as EvidenceBasis | null,
    benchmarks: found.benchmarks as Benchmark[],
    text: action.title,
    owner: action.ownerOrganisation,
    ownerOrganisationId: action.ownerOrganisation.id,
    startDay,
    dueDay,
    firstDueDay: fromDateColumn(action.firstDueOn),
    lastUpdate,
    status,
    isOverdue: isOverdue({ status, dueDay }, today),
    detailsVersion: action.version,
  };
}

/** All actions of a plan that somebody was let at, soonest first. */
export async function listPlanActions({ tx, now }: Context, planId: string) {
  const found = await tx.planAction.findMany({
    where: { planId },
    select: planActionFacts,
    orderBy: [{ action: { dueOn: "asc" } }, { reference: "asc" }],
  });
  return found.map((one) => toPlanAction(one, dayOf(now)));
}

/** What is said of an action on the page of another. */
const other = {
  actionId: true,
  reference: true,
  rag: true,
  action: { select: { title: true, dueOn: true } },
} satisfies Prisma.PlanActionSelect;

const toOther = ({
  action,
  rag,
  ...one
}: Prisma.PlanActionGetPayload<{ select: typeof other }>) => ({
  ...one,
  rag: rag as Rag,
  text: action.title,
  dueDay: fromDateColumn(action.dueOn),
});

const history = {
  ...planActionFacts,
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
  theme: { select: { title: true, dutyTheme: true } },
  plan: { select: planFacts },
  milestones: { select: milestoneSelect, orderBy: [{ dueOn: "asc" }, { id: "asc" }] },
  measures: { select: measureSelect, orderBy: { id: "asc" } },
  evidenceKept: { select: evidenceSelect, orderBy: [{ datedOn: "desc" }, { id: "desc" }] },
  waitsFor: {
    where: { endedAt: null },
    select: { needs: { select: other } },
    orderBy: { needs: { reference: "asc" } },
  },
  neededBy: {
    where: { endedAt: null },
    select: { planAction: { select: other } },
    orderBy: { planAction: { reference: "asc" } },
  },
  action: {
    select: {
      ...planActionFacts.action.select,
      planActionContributors: {
        select: { organisation: { select: { id: true, name: true } } },
        orderBy: { organisation: { name: "asc" } },
      },
      planUpdates: {
        select: {
          id: true,
          rag: true,
          reason: true,
          recoveryPlan: true,
          evidence: true,
          percent: true,
          note: true,
          isAutomatic: true,
          updatedAt: true,
          updatedByHat: {
            select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
          },
        },
        orderBy: { updatedAt: "desc" },
        take: 100,
      },
      planEscalations: {
        select: { id: true, raisedAt: true, endedAt: true, reason: true },
        orderBy: { raisedAt: "desc" },
      },
      actionExtensions: {
        select: {
          id: true,
          fromDay: true,
          toDay: true,
          reason: true,
          extendedAt: true,
          extendedByHat: {
            select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
          },
        },
        orderBy: { extendedAt: "desc" },
      },
    },
  },
} satisfies Prisma.PlanActionSelect;

/** One action and its whole history, for somebody who may do this with it. */
export async function getPlanAction(
  { actor, tx, now }: Context,
  actionId: string,
  permission: Permission = "plan:read",
) {
  const found = await tx.planAction.findUnique({ where: { actionId }, select: history });
  if (!found) throw new NotFound("plan action", actionId);
  const plan = toPlanRecord(found.plan);
  const parties = partiesOfAction(plan.parties, found.action.ownerOrganisation.id);
  authorize(actor, permission, parties);

  const { editedByHat, editedAt, theme, plan: _, ...rest } = found;
  const { milestones, measures, evidenceKept, waitsFor, neededBy, ...action } = rest;
  const today = dayOf(now);
  const { planActionContributors, planUpdates, planEscalations, actionExtensions } = found.action;
  const isOpen = plan.status !== "superseded";
  return {
    ...toPlanAction(action, today),
    recordedRag: found.rag as Rag,
    today,
    plan,
    theme: theme.title,
    dutyTheme: theme.dutyTheme as DutyTheme | null,
    milestones: milestones.map((one) => toMilestone(one, today)),
    measures: measures.map(toMeasure),
    evidenceKept: evidenceKept.map(toEvidence),
    waitsFor: waitsFor.map(({ needs }) => toOther(needs)),
    neededBy: neededBy.map(({ planAction }) => toOther(planAction)),
    contributors: planActionContributors.map(({ organisation }) => organisation),
    updates: planUpdates,
    escalations: planEscalations,
    extensions: actionExtensions,
    edited: editedAt && editedByHat ? { by: editedByHat.user.name, at: editedAt } : null,
    mayUpdate: isOpen && can(actor, "plan:update", parties),
    mayEdit: isOpen && can(actor, "plan:write", parties),
  };
}

export type PlanActionHistory = Awaited<ReturnType<typeof getPlanAction>>;

/** The same for the co-ordinator who changes its details, with the organisations that may lead. */
export async function getPlanActionToEdit(ctx: Context, actionId: string) {
  const action = await getPlanAction(ctx, actionId, "plan:write");
  const organisations = await listOrganisations(ctx, action.plan.parties.planAreaIds ?? []);
  return { action, organisations };
}
