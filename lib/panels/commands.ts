import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { minutesFor } from "./agenda/rules";
import { getItemToDecide, getItemToPrepare, getItemToSee, type PanelItem } from "./queries";
import { assertCanList, assertMeetingOpen } from "./rules";
import type { Conflict, Invite, Item, ItemAttendance, ItemId, PanelAction } from "./schema";

/** A meeting by its key, for whoever puts a case on its agenda. Row policies say who that is. */
async function findMeeting({ tx }: Context, meetingId: string) {
  const meeting = await tx.meeting.findUnique({
    where: { id: meetingId },
    select: {
      id: true,
      areaId: true,
      status: true,
      meetingMembers: {
        where: { oneItem: false },
        select: {
          ...{ hatId: true, userId: true, organisationId: true, seat: true, isPresent: true },
          areaId: true,
        },
      },
      panelItems: { orderBy: { position: "desc" }, take: 1, select: { position: true } },
    },
  });
  if (!meeting) throw new NotFound("meeting", meetingId);
  return meeting;
}

/** Puts a case before a meeting. Whoever is invited then reads it, unless they have a conflict. */
export async function addItem(ctx: Context, { caseId, meetingId, kind, ...input }: Item) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "panel:list");
  const { areaId, reference, dataKeyId } = caseRecord;
  const meeting = await findMeeting(ctx, meetingId);
  assertMeetingOpen(meeting.status as "planned");
  assertCanList(kind, caseRecord.status);
  const listed = await tx.panelItem.findMany({
    where: { meetingId, caseId },
    select: { id: true },
  });
  if (listed.length > 0) throw new RuleBroken("This case is on the agenda already");

  const { id: itemId } = await tx.panelItem.create({
    data: {
      ...input,
      meetingId,
      caseId,
      areaId,
      kind,
      position: (meeting.panelItems[0]?.position ?? 0) + 1,
      minutes: minutesFor[kind],
      addedByHatId: actor.hatId,
      addedAt: now,
    },
    select: { id: true },
  });
  const conflicts = await tx.caseConflict.findMany({ where: { caseId }, select: { userId: true } });
  const conflicted = new Set(conflicts.map(({ userId }) => userId));
  // IS-18; and at a joint meeting each case keeps the readers of its own area (P-08).
  const free = meeting.meetingMembers.filter(
    (member) => member.areaId === areaId && !conflicted.has(member.userId),
  );
  await tx.panelAttendee.createMany({
    data: free.map((member) => ({ ...member, itemId, meetingId, caseId, areaId })),
  });
  await notify(
    ctx,
    free.map(({ hatId }) => hatId),
    { kind: "case_listed", reference, path: `/meetings/${meetingId}/items/${itemId}` },
  );
  await record(ctx, { type: "item.added", dataKeyId, facts: { reference, itemId, kind } });
  return { meetingId, itemId };
}

/** Asks somebody in for one case alone: the rest of the agenda stays closed to them (IS-18). */
export async function inviteToItem(ctx: Context, { itemId, hatId, seat }: Invite) {
  const { tx } = ctx;
  const item = await getItemToPrepare(ctx, itemId);
  assertMeetingOpen(item.meeting.status);
  const hat = await tx.hat.findFirst({
    where: {
      id: hatId,
      areaId: item.case.areaId,
      role: { in: ["panel_member", "invitee"] },
      endedAt: null,
    },
    select: { id: true, userId: true, organisationId: true },
  });
  if (!hat) throw new FieldsRefused({ hatId: ["Select who to invite"] });
  if (item.attendees.some((attendee) => attendee.userId === hat.userId)) {
    throw new FieldsRefused({ hatId: ["They are invited to this item already"] });
  }
  const conflict = await tx.caseConflict.findMany({
    where: { caseId: item.case.id, userId: hat.userId },
    select: { userId: true },
  });
  if (conflict.length > 0) {
    throw new FieldsRefused({ hatId: ["They have a conflict of interest on this case"] });
  }

  const { id: meetingId } = item.meeting;
  const { areaId, id: caseId, reference, dataKeyId } = item.case;
  const { userId, organisationId } = hat;
  const who = { meetingId, hatId, areaId, userId, organisationId, seat };
  await tx.meetingMember.createMany({ data: { ...who, oneItem: true }, skipDuplicates: true });
  await tx.panelAttendee.createMany({ data: { ...who, itemId, caseId } });
  await notify(ctx, [hatId], { kind: "meeting_called", reference, path: `/meetings/${meetingId}` });
  await record(ctx, { type: "item.invited", dataKeyId, facts: { reference, itemId, seat } });
  return { meetingId, itemId };
}

/**
 * A conflict of interest: said by whoever has it, or recorded by the chair. From then on the case is
 * not there for that person, in any hat (Q-07, IS-18).
 */
export async function declareConflict(ctx: Context, { itemId, hatId, nature }: Conflict) {
  const { actor, tx, now } = ctx;
  const isOwn = hatId === actor.hatId;
  const item = await (isOwn ? getItemToSee : getItemToDecide)(ctx, itemId);
  const who = item.attendees.find((attendee) => attendee.hatId === hatId && !attendee.hasConflict);
  const userId = isOwn ? actor.userId : who?.userId;
  if (!userId) throw new FieldsRefused({ hatId: ["Select somebody who is invited to this item"] });
  const { id: caseId, areaId, reference, dataKeyId } = item.case;

  const undecided = { caseId, userId, item: { panelDecisions: { none: {} } } };
  await tx.panelAttendee.updateMany({ where: undecided, data: { isPresent: false } });
  await tx.caseConflict.createMany({
    data: { caseId, userId, areaId, nature, declaredAt: now, declaredByHatId: actor.hatId },
  });
  await record(ctx, { type: "conflict.declared", dataKeyId, facts: { reference, itemId, isOwn } });
  return { ...placeOf(item), isOwn };
}

/** Where the item is, and whether its meeting sits just now: then that is where its people go on. */
const placeOf = ({ id: itemId, meeting }: PanelItem) => ({
  meetingId: meeting.id,
  itemId,
  isSitting: meeting.status === "in_progress",
});

/** Who is in the room for this case: somebody may leave it for one item, or come in for one. */
export async function recordItemAttendance(
  ctx: Context,
  { itemId, presentHatIds: here, confidentiality }: ItemAttendance,
) {
  const { tx } = ctx;
  const item = await getItemToPrepare(ctx, itemId);
  assertUndecided(item);
  const free = item.attendees.filter(({ hasConflict }) => !hasConflict);
  if (!here.every((hatId) => free.some((attendee) => attendee.hatId === hatId))) {
    throw new FieldsRefused({ presentHatIds: ["Select people who are invited to this item"] });
  }
  await confirmConfidentiality(ctx, item.meeting.id, { here, isConfirmed: confidentiality });
  const present = { itemId, hatId: { in: here } };
  await tx.panelAttendee.updateMany({ where: present, data: { isPresent: true } });
  const away = { itemId, hatId: { notIn: here } };
  await tx.panelAttendee.updateMany({ where: away, data: { isPresent: false } });
  const { reference, dataKeyId } = item.case;
  const facts = { reference, itemId, present: here.length };
  await record(ctx, { type: "attendance.recorded", dataKeyId, facts });
  return placeOf(item);
}

type Arriving = { here: readonly string[]; isConfirmed: boolean };

/** M-05: nobody hears a case who has not agreed to the statement at this meeting. */
async function confirmConfidentiality(
  { tx, now }: Context,
  meetingId: string,
  { here, isConfirmed }: Arriving,
) {
  const where = { meetingId, hatId: { in: [...here] }, confidentialAt: null };
  if (isConfirmed) {
    await tx.meetingMember.updateMany({ where, data: { confidentialAt: now } });
    return;
  }
  if ((await tx.meetingMember.count({ where })) === 0) return;
  const confidentiality = ["Confirm that whoever comes in agrees to the confidentiality statement"];
  throw new FieldsRefused({ confidentiality });
}

function assertUndecided({ meeting, decision }: PanelItem) {
  assertMeetingOpen(meeting.status);
  if (meeting.status === "planned")
    throw new RuleBroken("Start the meeting before you take attendance");
  if (decision) throw new RuleBroken("The panel has already decided this item");
}

/** Something to be done because the meeting asked for it, on the one tracker (M-04). */
export async function addPanelAction(
  ctx: Context,
  { itemId, title, ownerHatId, dueOn }: PanelAction,
) {
  const { actor, tx, now } = ctx;
  const item = await getItemToPrepare(ctx, itemId);
  const owner = item.attendees.find(
    ({ hatId, hasConflict }) => hatId === ownerHatId && !hasConflict,
  );
  if (!owner) throw new FieldsRefused({ ownerHatId: ["Select who will do it"] });
  const { id: caseId, areaId, reference, dataKeyId } = item.case;
  await tx.action.createMany({
    data: {
      areaId,
      kind: "panel",
      caseId,
      meetingId: item.meeting.id,
      title,
      ownerHatId,
      ownerOrganisationId: owner.organisationId,
      dueOn: toDateColumn(dueOn),
      firstDueOn: toDateColumn(dueOn),
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  const path = `/meetings/${item.meeting.id}/items/${itemId}`;
  await notify(ctx, [ownerHatId], { kind: "action_given", reference, path });
  await record(ctx, {
    type: "action.added",
    dataKeyId,
    facts: { reference, itemId, kind: "panel" },
  });
  return placeOf(item);
}

/** The panel turns to this item. Whatever it was at before, it has left. */
export async function beginItem(ctx: Context, { itemId }: ItemId) {
  const { tx, now } = ctx;
  const item = await getItemToPrepare(ctx, itemId);
  assertUndecided(item);
  const { id: meetingId } = item.meeting;
  await tx.panelItem.updateMany({
    where: { meetingId, id: { not: itemId }, begunAt: { not: null }, endedAt: null },
    data: { endedAt: now },
  });
  await tx.panelItem.updateMany({
    where: { id: itemId },
    data: { begunAt: item.begunAt ?? now, endedAt: null },
  });
  const { reference, dataKeyId } = item.case;
  await record(ctx, { type: "item.begun", dataKeyId, facts: { reference, itemId } });
  return { meetingId, itemId };
}
