import "server-only";

import { authorize, can, mayEver, type Permission } from "@/lib/access/policy";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Objective, Priority, Rag, Workstream } from "@/lib/plans/labels";
import {
  findPlan,
  listOrganisations,
  partiesOfAction,
  planFacts,
  toPlanRecord,
} from "@/lib/plans/queries";
import { matches, type PlanFilter, ragAfter, ragCounts } from "@/lib/plans/rules";
import type { ActionStatus } from "@/lib/tracker/labels";
import { isOverdue } from "@/lib/tracker/rules";

const facts = {
  actionId: true,
  planId: true,
  themeId: true,
  objective: true,
  reference: true,
  ownerRole: true,
  priority: true,
  workstream: true,
  proportionality: true,
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

type Found = Prisma.PlanActionGetPayload<{ select: typeof facts }>;

/** A plan action as it stands today: silence has already turned it amber. */
function toPlanAction({ action, ...found }: Found, today: Day) {
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

export type PlanActionRecord = ReturnType<typeof toPlanAction>;

/**
 * A plan with its actions by theme. All of them are read, since a plan has some fifty, so that the
 * counts are of the whole plan whatever is shown.
 */
export async function viewPlan(ctx: Context, planId: string | undefined, filter: PlanFilter) {
  const { actor, tx, now } = ctx;
  const { plans, plan } = await findPlan(ctx, planId);
  if (!plan) return { plans, plan: null, mayWrite: mayEver(actor, "plan:write") };

  const today = dayOf(now);
  const found = await tx.planAction.findMany({
    where: { planId: plan.id },
    select: facts,
    orderBy: [{ action: { dueOn: "asc" } }, { reference: "asc" }],
  });
  const actions = found.map((one) => toPlanAction(one, today));
  const isAsked = matches(filter);
  const themes = plan.themes.map((theme) => ({
    ...theme,
    actions: actions.filter((action) => action.themeId === theme.id && isAsked(action)),
  }));
  return {
    plans,
    plan,
    themes,
    counts: ragCounts(actions, today),
    exceptions: actions.filter(
      ({ rag, isOverdue: late, isStale }) => rag === "red" || late || isStale,
    ),
    owners: [...new Map(actions.map(({ owner }) => [owner.id, owner])).values()],
    total: actions.length,
    today,
    mayWrite: can(actor, "plan:write", plan.parties),
    /** The group asks first what has gone wrong. */
    exceptionsFirst: actor.role === "steering_member",
  };
}

const history = {
  ...facts,
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
  theme: { select: { title: true } },
  plan: { select: planFacts },
  action: {
    select: {
      ...facts.action.select,
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

  const { editedByHat, editedAt, theme, plan: _, ...action } = found;
  const { planActionContributors, planUpdates, planEscalations, actionExtensions } = found.action;
  const isOpen = plan.status !== "superseded";
  return {
    ...toPlanAction(action, dayOf(now)),
    recordedRag: found.rag as Rag,
    today: dayOf(now),
    plan,
    theme: theme.title,
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
