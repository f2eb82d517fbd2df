import "server-only";

import type { Actor } from "@/lib/access/actor";
import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { ActionKind, ActionStatus, TrackerState, TrackerTab } from "@/lib/tracker/labels";
import { isOpen, isOverdue } from "@/lib/tracker/rules";
import type { TrackerAddress } from "@/lib/tracker/schema";

export const pageSize = 25;
const countedTo = 1_000;
const exportedTo = 5_000;

const facts = {
  id: true,
  kind: true,
  title: true,
  dueOn: true,
  firstDueOn: true,
  status: true,
  ownerOrganisation: { select: { name: true } },
  ownerHat: { select: { user: { select: { name: true } } } },
  case: { select: { reference: true } },
  plan: { select: { title: true } },
  planAction: { select: { reference: true, ownerRole: true } },
  body: { select: { name: true } },
} satisfies Prisma.ActionSelect;

type Found = Prisma.ActionGetPayload<{ select: typeof facts }>;

function toTracked(found: Found, today: Day) {
  const { kind, status, planAction, plan, body, ownerHat, ownerOrganisation } = found;
  const dueDay = fromDateColumn(found.dueOn);
  const open = { status: status as ActionStatus, dueDay };
  return {
    id: found.id,
    kind: kind as ActionKind,
    title: planAction ? `${planAction.reference} ${found.title}` : found.title,
    parent: found.case?.reference ?? plan?.title ?? body?.name ?? "",
    organisation: ownerOrganisation.name,
    owner: ownerHat?.user.name ?? planAction?.ownerRole ?? "",
    ...open,
    firstDueDay: fromDateColumn(found.firstDueOn),
    isOverdue: isOverdue(open, today),
  };
}

const openStatuses = ["not_started", "in_progress"];
const ofState: Record<TrackerState, Prisma.ActionWhereInput> = {
  open: { status: { in: openStatuses } },
  finished: { status: { notIn: openStatuses } },
  every: {},
};

/** What the role can reach at all, by way of the tables that say who reads what. */
function within(actor: Actor): Prisma.ActionWhereInput | null {
  if (actor.role === "invitee") return { caseId: { not: null } }; // their own, by row policy
  if (mayEver(actor, "action:read"))
    return { case: { caseReaders: { some: { hatId: actor.hatId } } } };
  if (mayEver(actor, "plan:read"))
    return {
      OR: [
        { plan: { status: "approved", planAreas: { some: { areaId: actor.areaId } } } },
        { bodyId: { not: null } }, // of the bodies they sit on and their own, by row policy
      ],
    };
  return null;
}

function ofTab(tab: TrackerTab, actor: Actor, today: Day): Prisma.ActionWhereInput {
  switch (tab) {
    case "mine":
      return { ownerHatId: actor.hatId };
    case "organisation":
      return { ownerOrganisationId: actor.organisationId };
    case "overdue":
      return { status: { in: openStatuses }, dueOn: { lt: toDateColumn(today) } };
    case "all":
      return {};
  }
}

/** Where a role looks first: cases have people, plans have organisations. */
export function firstTab(actor: Actor): TrackerTab {
  if (actor.role === "agency_lead") return "organisation";
  return mayEver(actor, "plan:read") ? "all" : "mine";
}

function whereOf(actor: Actor, { tab, kind, state = "open" }: TrackerAddress, today: Day) {
  const reach = within(actor);
  if (!reach) return null;
  const asked = [ofTab(tab ?? firstTab(actor), actor, today), ofState[state], kind ? { kind } : {}];
  return { AND: [reach, ...asked] } satisfies Prisma.ActionWhereInput;
}

const orderBy = [{ dueOn: "asc" }, { id: "asc" }] satisfies Prisma.ActionOrderByWithRelationInput[];

/** A page of the tracker, soonest first. Each action is there for whoever sees its case or its plan. */
export async function listActions(ctx: Context, address: TrackerAddress) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const page = address.page ?? 1;
  const tab = address.tab ?? firstTab(actor);
  const where = whereOf(actor, address, today);
  const mayListLate = mayEver(actor, "late:list");
  if (!where) return { actions: [], total: 0, isCapped: false, page, tab, today, mayListLate };

  const counted = await tx.action.count({ where, take: countedTo + 1 });
  const found = await tx.action.findMany({
    where,
    select: facts,
    orderBy,
    skip: (page - 1) * pageSize,
    take: pageSize,
  });
  await record(ctx, { type: "actions.listed", facts: { tab, page, shown: found.length } });
  return {
    actions: found.map((one) => toTracked(one, today)),
    total: Math.min(counted, countedTo),
    isCapped: counted > countedTo,
    page,
    tab,
    today,
    mayListLate,
  };
}

/** Exactly the rows that were asked for, to be taken out: that is on the log. */
export async function exportActions(ctx: Context, address: TrackerAddress) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const where = whereOf(actor, address, today);
  const found = where
    ? await tx.action.findMany({ where, select: facts, orderBy, take: exportedTo })
    : [];
  await record(ctx, {
    type: "actions.exported",
    facts: {
      tab: address.tab ?? firstTab(actor),
      kind: address.kind ?? null,
      state: address.state ?? "open",
      rows: found.length,
    },
  });
  return found.map((one) => toTracked(one, today));
}

/** Of the people on a case, only what concerns the reader. The tracker is built before cases are, so it asks itself. */
const detail = ({ hatId, userId }: Actor, today: Date) =>
  ({
    ...facts,
    case: {
      select: {
        reference: true,
        areaId: true,
        dataKeyId: true,
        caseWorkers: { where: { hatId, endedAt: null }, select: { hatId: true } },
        panelAttendees: { where: { hatId }, select: { hatId: true } },
        caseConflicts: { where: { userId }, select: { userId: true } },
      },
    },
    areaId: true,
    caseId: true,
    planId: true,
    supportType: true,
    note: true,
    doneOn: true,
    version: true,
    ownerHatId: true,
    ownerOrganisationId: true,
    plan: {
      select: { title: true, areaId: true, status: true, planAreas: { select: { areaId: true } } },
    },
    body: {
      select: {
        name: true,
        areaId: true,
        partnership: { select: { partnershipAreas: { select: { areaId: true } } } },
        members: {
          where: { fromOn: { lte: today }, OR: [{ untilOn: null }, { untilOn: { gte: today } }] },
          select: { hatId: true, deputyHatId: true },
        },
      },
    },
    governanceItem: { select: { meetingId: true } },
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
  }) satisfies Prisma.ActionSelect;

type Detail = Prisma.ActionGetPayload<{ select: ReturnType<typeof detail> }>;

/** What is read and changed by whoever reads and changes its parent. */
const needs = {
  case: { read: "action:read", update: "action:update" },
  plan: { read: "plan:read", update: "plan:update" },
  body: { read: "board_action:read", update: "board_action:update" },
} as const satisfies Record<string, Record<"read" | "update", Permission>>;

/** Whose action it is: the case it belongs to, the plan or the body decides who may read and change it. */
function partiesOf({ case: onCase, plan, body, ownerHatId, ownerOrganisationId }: Detail): Parties {
  const areaIds = body?.partnership?.partnershipAreas.map(({ areaId }) => areaId);
  if (body)
    return {
      areaId: body.areaId,
      planAreaIds: areaIds ?? [body.areaId],
      neighbourAreaIds: areaIds ?? [body.areaId],
      organisationId: ownerOrganisationId,
      sittingHatIds: body.members
        .flatMap(({ hatId, deputyHatId }) => [hatId, deputyHatId])
        .filter((id) => id !== null),
    };
  if (onCase)
    return {
      areaId: onCase.areaId,
      workerHatIds: onCase.caseWorkers.map(({ hatId }) => hatId),
      attendeeHatIds: onCase.panelAttendees.map(({ hatId }) => hatId),
      conflictedUserIds: onCase.caseConflicts.map(({ userId }) => userId),
      ownerHatId,
    };
  return {
    areaId: plan?.areaId ?? "",
    planAreaIds: plan?.planAreas.map(({ areaId }) => areaId),
    isApproved: plan?.status === "approved",
    organisationId: ownerOrganisationId,
  };
}

/** One action of any kind, with what has been done about its date. */
export async function getAction(ctx: Context, actionId: string) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const select = detail(actor, toDateColumn(today));
  const found = await tx.action.findUnique({ where: { id: actionId }, select });
  if (!found) throw new NotFound("action", actionId);
  const parties = partiesOf(found);
  const { read, update } = needs[found.case ? "case" : found.body ? "body" : "plan"];
  authorize(actor, read, parties);
  const mayUpdate = can(actor, update, parties) && found.plan?.status !== "superseded";
  const tracked = toTracked(found, today);
  return {
    ...tracked,
    areaId: found.areaId,
    caseId: found.caseId,
    planId: found.planId,
    supportType: found.supportType,
    ownerOrganisationId: found.ownerOrganisationId,
    note: found.note,
    version: found.version,
    extensions: found.actionExtensions,
    dataKeyId: found.case?.dataKeyId ?? null,
    today,
    board: found.body && {
      name: found.body.name,
      meetingId: found.governanceItem?.meetingId ?? null,
    },
    mayUpdate: mayUpdate && isOpen(tracked.status),
  };
}

export type ActionRecord = Awaited<ReturnType<typeof getAction>>;

/** The same on its own page: of a case, that is a look at the case. */
export async function viewAction(ctx: Context, actionId: string) {
  const action = await getAction(ctx, actionId);
  if (action.dataKeyId)
    await record(ctx, {
      type: "case.viewed",
      dataKeyId: action.dataKeyId,
      facts: { page: "action", actionId },
    });
  return action;
}

/** Whether one piece of support may run: a live consent names its kind, and who gives it (C-05, C-09). */
export async function isSupportCovered(
  { tx }: Context,
  caseId: string,
  { supportType, ownerOrganisationId }: { supportType: string | null; ownerOrganisationId: string },
): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ covered: boolean }[]>`
    select support_may_run(${caseId}::uuid, ${supportType}, ${ownerOrganisationId}::uuid) as covered`;
  return answer?.covered ?? false;
}

/** Whether support may go on (C-09). The database tells a mentor that much, and not what was signed. */
export async function isConsentGiven({ tx }: Context, caseId: string): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ stands: boolean }[]>`
    select consent_stands(${caseId}::uuid) as stands`;
  return answer?.stands ?? false;
}
