import "server-only";

import { authorize, can, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { mayReadPattern } from "@/lib/cases/pattern/rules";
import { type CaseRecord, caseFacts, toCaseRecord } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { isChildRecord } from "@/lib/people/rules";
import type { ActionStatus } from "@/lib/tracker/labels";
import type { ItemKind, MeetingStatus, Outcome, Seat, Vote } from "./labels";
import { kindsFor, quorumProof } from "./rules";

/** Meetings of this area, and joint ones that serve it (P-08). */
export const servedBy = (areaId: string) => ({
  OR: [{ areaId }, { meetingAreas: { some: { areaId } } }],
});

const itemFacts = (actor: Context["actor"]) =>
  ({
    id: true,
    kind: true,
    position: true,
    minutes: true,
    begunAt: true,
    endedAt: true,
    residentForce: true,
    keyOrganisationId: true,
    keyOrganisation: { select: { name: true } },
    meeting: {
      select: { id: true, title: true, heldOn: true, startsAt: true, status: true },
    },
    case: { select: { ...caseFacts(actor), caseConflicts: { select: { userId: true } } } },
    panelAttendees: {
      orderBy: { seat: "asc" },
      select: {
        hatId: true,
        userId: true,
        organisationId: true,
        seat: true,
        isPresent: true,
        calledFor: true,
        user: { select: { name: true } },
        organisation: { select: { name: true } },
      },
    },
    panelDecisions: {
      orderBy: { decidedAt: "desc" },
      select: { id: true, outcome: true, decidedAt: true },
    },
  }) satisfies Prisma.PanelItemSelect;

type Found = Prisma.PanelItemGetPayload<{ select: ReturnType<typeof itemFacts> }>;

/** An item as the rules know it: who is in the room, who is out of it, and what is already decided. */
function toItem({ userId }: Context["actor"], found: Found) {
  const { panelAttendees, panelDecisions, case: foundCase, meeting, ...item } = found;
  const { caseConflicts } = foundCase;
  const conflicted = caseConflicts.map((conflict) => conflict.userId);
  const mine = caseConflicts.filter((conflict) => conflict.userId === userId);
  const caseRecord = toCaseRecord({ ...foundCase, caseConflicts: mine });
  const heldOn = fromDateColumn(meeting.heldOn);
  const attendees = panelAttendees.map((attendee) => ({
    ...attendee,
    seat: attendee.seat as Seat,
    hasConflict: conflicted.includes(attendee.userId),
  }));
  const person = {
    isChild: isChildRecord(caseRecord.person, heldOn),
    residentForce: item.residentForce,
    keyOrganisationId: item.keyOrganisationId,
  };
  const decided = panelDecisions.find(({ outcome }) => outcome !== "discussed_only") ?? null;
  return {
    ...item,
    kind: item.kind as ItemKind,
    meeting: { ...meeting, heldOn, status: meeting.status as MeetingStatus },
    case: caseRecord,
    attendees,
    person,
    quorum: quorumProof(attendees, person),
    conflictedUserIds: conflicted,
    decision: decided && { ...decided, outcome: decided.outcome as Outcome },
    isSpokenOf: panelDecisions.length > 0,
  };
}
export type PanelItem = ReturnType<typeof toItem>;

async function getItem(ctx: Context, itemId: string, permission: Permission): Promise<PanelItem> {
  // Somebody may read the case by way of another meeting: this one is then not there for them.
  const found = await ctx.tx.panelItem.findFirst({
    where: { id: itemId, meeting: servedBy(ctx.actor.areaId) },
    select: itemFacts(ctx.actor),
  });
  if (!found) throw new NotFound("panel item", itemId);
  const item = toItem(ctx.actor, found);
  authorize(ctx.actor, permission, item.case.parties);
  return item;
}

/** An agenda item, for somebody who may decide it: the case, and who is in the room. */
export const getItemToDecide = (ctx: Context, itemId: string) =>
  getItem(ctx, itemId, "decision:record");

/** For whoever prepares the item: invitations and actions. */
export const getItemToPrepare = (ctx: Context, itemId: string) =>
  getItem(ctx, itemId, "panel:list");

/** For anybody on the panel, who may always say that they have a conflict. */
export const getItemToSee = (ctx: Context, itemId: string) => getItem(ctx, itemId, "panel:read");

/** Who may be asked in for one case alone: people with a hat for it who are not invited yet. */
export async function listInvitable(ctx: Context, itemId: string) {
  const item = await getItemToPrepare(ctx, itemId);
  const there = item.attendees.map(({ userId }) => userId);
  const people = await ctx.tx.hat.findMany({
    where: {
      areaId: item.case.areaId,
      role: { in: ["panel_member", "invitee"] },
      endedAt: null,
      userId: { notIn: [...there, ...item.conflictedUserIds] },
    },
    orderBy: [{ organisation: { name: "asc" } }, { user: { name: "asc" } }],
    take: 300,
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return { reference: item.case.reference, people };
}

/** Whose conflict this actor may record: the chair anybody's, everybody else their own. */
export async function getConflictChoices(ctx: Context, itemId: string) {
  const { attendees, case: caseRecord } = await getItemToSee(ctx, itemId);
  const mayChoose = can(ctx.actor, "decision:record", caseRecord.parties);
  return {
    reference: caseRecord.reference,
    hatId: ctx.actor.hatId,
    people: mayChoose ? attendees.filter(({ hasConflict }) => !hasConflict) : [],
  };
}

/** The items of a meeting that this reader may know. The others are not there, nor counted (IS-18). */
export async function listItems(ctx: Context, meetingId: string): Promise<PanelItem[]> {
  const found = await ctx.tx.panelItem.findMany({
    where: { meetingId },
    orderBy: { position: "asc" },
    select: itemFacts(ctx.actor),
  });
  return found
    .map((item) => toItem(ctx.actor, item))
    .filter((item) => can(ctx.actor, "panel:read", item.case.parties));
}

/** The cases this actor runs that could come before a meeting and are not on it. */
export async function listCasesToAdd(ctx: Context, meetingId: string) {
  const found = await ctx.tx.case.findMany({
    where: {
      status: { in: Object.keys(kindsFor) },
      caseReaders: { some: { hatId: ctx.actor.hatId } },
      panelItems: { none: { meetingId } },
    },
    orderBy: [{ nextDueOn: "asc" }, { reference: "asc" }],
    take: 100,
    select: { id: true, reference: true, status: true, nextDueOn: true },
  });
  return found.map(({ nextDueOn, ...caseRecord }) => ({
    ...caseRecord,
    status: caseRecord.status as CaseRecord["status"],
    nextDueOn: nextDueOn && fromDateColumn(nextDueOn),
  }));
}

export const decisionFacts = {
  id: true,
  outcome: true,
  reasons: true,
  details: true,
  quorum: true,
  vote: true,
  dissent: true,
  secondLook: true,
  decidedAt: true,
  meetingId: true,
  itemId: true,
  decidedByHat: {
    select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
  },
} satisfies Prisma.PanelDecisionSelect;

type FoundDecision = Prisma.PanelDecisionGetPayload<{ select: typeof decisionFacts }>;
export const toDecision =
  ({ role }: Context["actor"]) =>
  (decision: FoundDecision) => ({
    ...decision,
    secondLook: mayReadPattern(role) ? decision.secondLook : null,
    outcome: decision.outcome as Outcome,
    vote: decision.vote as Vote,
    details: decision.details as Record<string, string | string[] | boolean | number | null>,
    quorum: decision.quorum as ReturnType<typeof quorumProof>,
  });

export const panelActionFacts = {
  id: true,
  title: true,
  status: true,
  dueOn: true,
  ownerOrganisation: { select: { name: true } },
  ownerHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.ActionSelect;

type FoundAction = Prisma.ActionGetPayload<{ select: typeof panelActionFacts }>;
export const toPanelAction = (action: FoundAction) => ({
  ...action,
  status: action.status as ActionStatus,
  dueOn: fromDateColumn(action.dueOn),
});

/** What the panel decided of a case over time, newest first, and what is to be done because a meeting asked for it. */
export async function listOutcomes({ actor, tx }: Context, caseId: string) {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      panelDecisions: { orderBy: { decidedAt: "desc" }, take: 50, select: decisionFacts },
      actions: {
        where: { kind: "panel" },
        orderBy: { dueOn: "asc" },
        take: 50,
        select: panelActionFacts,
      },
    },
  });
  return {
    decisions: found.panelDecisions.map(toDecision(actor)),
    actions: found.actions.map(toPanelAction),
  };
}

/** Everything the panel needs in front of it for one item. The view is recorded. */
export async function viewItem(ctx: Context, itemId: string) {
  const item = await getItemToSee(ctx, itemId);
  const { id: caseId, reference, dataKeyId, parties } = item.case;
  const [assessment] = can(ctx.actor, "assessment:read", parties)
    ? await listAssessments(ctx, caseId)
    : [];
  const { decisions, actions } = await listOutcomes(ctx, caseId);
  const may = {
    decide: can(ctx.actor, "decision:record", parties),
    prepare: can(ctx.actor, "panel:list", parties),
  };
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "panel item" } });
  return { ...item, assessment, decisions, actions, may, today: dayOf(ctx.now) };
}

/** What has been assessed of a case, newest first: for the panel to read, and to end support by. */
export async function listAssessments({ tx }: Context, caseId: string) {
  return tx.assessment.findMany({
    where: { caseId, status: { not: "draft" } },
    orderBy: { number: "desc" },
    take: 10,
    select: { id: true, number: true, purpose: true, status: true, judgement: true },
  });
}
