import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf, formatDay, instantAt, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { getBody } from "@/lib/governance/bodies/queries";
import { meetingStates } from "@/lib/governance/labels";
import {
  type BoardMeeting,
  getBoardItem,
  getBoardMeeting,
  getItemForAction,
  getMinutesToApprove,
  getPaper,
  listBoardItems,
  listDue,
  listSitting,
} from "@/lib/governance/meetings/queries";
import {
  attendanceOf,
  minutesText,
  namedTwice,
  neighbourOf,
  placeDue,
  signerOf,
} from "@/lib/governance/meetings/rules";
import {
  assertHasBegun,
  assertMinutesOpen,
  assertPlanned,
  cycleDays,
} from "@/lib/governance/rules";
import type {
  AddBoardAction,
  AddBoardItem,
  AddBoardPaper,
  AddMinutesAddendum,
  ApproveBoardMinutes,
  CallCycle,
  CancelBoardMeeting,
  ChangeBoardMeeting,
  FillBoardAgenda,
  MinuteItem,
  MoveBoardItem,
  TakeBoardAttendance,
  TakeOffBoardItem,
  WithdrawBoardPaper,
} from "@/lib/governance/schema";
import { notify } from "@/lib/notices/commands";

/** The meetings of a cycle, each a row of its own (1.11). A day that is there already is not called twice. */
export async function callCycle(ctx: Context, input: CallCycle) {
  const { actor, tx, now } = ctx;
  const body = await getBody(ctx, input.bodyId, "body:write");
  const { firstDay, untilDay, startsAt, place, link } = input;
  const days = cycleDays({ frequency: body.frequency, firstDay, untilDay });
  const { count } = await tx.governanceMeeting.createMany({
    data: days.map(({ seriesDay, heldDay }) => ({
      ...{ bodyId: body.id, areaId: body.areaId, place, link },
      ...{ startsAt: instantAt(heldDay, startsAt), seriesOn: toDateColumn(seriesDay) },
      ...{ calledByHatId: actor.hatId, calledAt: now },
    })),
    skipDuplicates: true,
  });
  if (count === 0)
    throw new FieldsRefused({ firstDay: ["Every meeting of that cycle is called already"] });
  await notify(ctx, body.parties.sittingHatIds ?? [], {
    ...{ kind: "board_called", reference: body.name, path: `/meetings/bodies/${body.id}` },
  });
  await record(ctx, { type: "board_meetings.called", facts: { bodyId: body.id, count } });
  return { bodyId: body.id };
}

type Change = Parameters<Context["tx"]["governanceMeeting"]["updateMany"]>[0]["data"];

async function saveMeeting(
  { tx }: Context,
  meeting: BoardMeeting,
  version: number,
  change: Change,
): Promise<void> {
  const { count } = await tx.governanceMeeting.updateMany({
    where: { id: meeting.id, version },
    data: { ...change, version: version + 1 },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "place", label: "Place", theirs: meeting.place },
        { name: "status", label: "Stage", theirs: meeting.state, choices: meetingStates },
      ],
      meeting.version,
    );
}

/** One meeting moved by itself: the cycle goes on from where it was. */
export async function changeBoardMeeting(ctx: Context, input: ChangeBoardMeeting) {
  const meeting = await getBoardMeeting(ctx, input.meetingId, "body:write");
  assertPlanned(meeting);
  const { heldDay, startsAt, place, link } = input;
  await saveMeeting(ctx, meeting, input.version, {
    ...{ startsAt: instantAt(heldDay, startsAt), place, link },
  });
  await notifyBody(ctx, meeting, "board_changed");
  await record(ctx, { type: "board_meeting.changed", facts: { meetingId: meeting.id, heldDay } });
  return { meetingId: meeting.id };
}

const notifyBody = (
  ctx: Context,
  { id, body }: BoardMeeting,
  kind: "board_changed" | "board_cancelled",
) =>
  notify(ctx, body.parties.sittingHatIds ?? [], {
    ...{ kind, reference: body.name, path: `/meetings/governance/${id}` },
  });

export async function cancelBoardMeeting(ctx: Context, input: CancelBoardMeeting) {
  const meeting = await getBoardMeeting(ctx, input.meetingId, "body:write");
  assertPlanned(meeting);
  await saveMeeting(ctx, meeting, input.version, {
    ...{ status: "cancelled", cancelledBecause: input.reason },
  });
  await notifyBody(ctx, meeting, "board_cancelled");
  await record(ctx, { type: "board_meeting.cancelled", facts: { meetingId: meeting.id } });
  return { meetingId: meeting.id };
}

const blank = { actionId: null, riskId: null, escalationId: null, earlierItemId: null };

/** Puts items in this order. What is there already keeps its place among them. */
async function layOut(
  ctx: Context,
  { id: meetingId, body }: BoardMeeting,
  agenda: readonly ({ id: string } | Adding)[],
) {
  const { actor, tx, now } = ctx;
  const places = agenda.map((item, index) => ({ item, position: index + 1 }));
  const there = places.flatMap(({ item, position }) =>
    "id" in item ? [{ id: item.id, position }] : [],
  );
  await tx.$executeRaw`
    update governance_items i set position = p.position
      from unnest(${there.map(({ id }) => id)}::uuid[], ${there.map(({ position }) => position)}::int[]) as p(id, position)
     where i.id = p.id and i.position <> p.position`;
  await tx.governanceItem.createMany({
    data: places.flatMap(({ item, position }) =>
      "id" in item
        ? []
        : [
            {
              ...{ ...blank, ...item, meetingId, bodyId: body.id, areaId: body.areaId, position },
              ...{ addedByHatId: actor.hatId, addedAt: now },
            },
          ],
    ),
  });
}

type Adding = { kind: BoardItemKind; title: string; detail?: string | null; isExempt: boolean };
type BoardItemKind = Awaited<ReturnType<typeof listDue>>[number]["kind"];

const live = async (ctx: Context, meetingId: string) =>
  (await listBoardItems(ctx, meetingId)).filter(({ takenOffBecause }) => !takenOffBecause);

/** Whatever is due comes to the agenda by itself; what was taken off it once stays off. */
export async function fillBoardAgenda(ctx: Context, { meetingId }: FillBoardAgenda) {
  const meeting = await getBoardMeeting(ctx, meetingId, "body:write");
  assertPlanned(meeting);
  const due = await listDue(ctx, meeting);
  if (due.length === 0) throw new RuleBroken("Everything that is due is on the agenda already");
  const adding = due.map((one) => ({ ...one, isExempt: false }));
  await layOut(ctx, meeting, placeDue(await live(ctx, meetingId), adding));
  await record(ctx, { type: "board_agenda.filled", facts: { meetingId, added: due.length } });
  return { meetingId };
}

/** What is asked of a body goes on its next agenda at once, where the same co-ordinator keeps that. */
export async function listForNext(ctx: Context, bodyId: string) {
  const { actor, tx, now } = ctx;
  const next = await tx.governanceMeeting.findFirst({
    where: { bodyId, areaId: actor.areaId, status: "planned", startsAt: { gt: now } },
    select: { id: true },
    orderBy: { startsAt: "asc" },
  });
  if (!next) return;
  const meeting = await getBoardMeeting(ctx, next.id, "body:write");
  const due = (await listDue(ctx, meeting)).filter(({ kind }) => kind === "escalation");
  const adding = due.map((one) => ({ ...one, isExempt: false }));
  await layOut(ctx, meeting, placeDue(await live(ctx, next.id), adding));
}

export async function addBoardItem(ctx: Context, input: AddBoardItem) {
  const meeting = await getBoardMeeting(ctx, input.meetingId, "body:write");
  assertMinutesOpen(meeting);
  const { kind, title, detail, exempt } = input;
  const adding = [{ kind, title, detail, isExempt: exempt }];
  await layOut(ctx, meeting, placeDue(await live(ctx, meeting.id), adding));
  await record(ctx, { type: "board_item.added", facts: { meetingId: meeting.id, kind } });
  return { meetingId: meeting.id };
}

/** One place up or down. At the end of the list it stays where it is. */
export async function moveBoardItem(ctx: Context, { itemId, to }: MoveBoardItem) {
  const { meeting } = await getBoardItem(ctx, itemId, "body:write");
  assertMinutesOpen(meeting);
  const items = await live(ctx, meeting.id);
  const other = neighbourOf(
    itemId,
    to,
    items.map(({ id }) => id),
  );
  if (!other) throw new RuleBroken("There is no place further to move it to");
  const swapped = items.map((item) => {
    if (item.id === itemId) return { id: other };
    return item.id === other ? { id: itemId } : { id: item.id };
  });
  await layOut(ctx, meeting, swapped);
  await record(ctx, { type: "board_item.moved", facts: { itemId, to } });
  return { meetingId: meeting.id };
}

type ItemChange = Parameters<Context["tx"]["governanceItem"]["updateMany"]>[0]["data"];
type Loaded = Awaited<ReturnType<typeof getBoardItem>>;

/** Saves over the version that was read, or says what it says now. */
export async function saveItem(
  { tx }: Context,
  { item }: Loaded,
  version: number,
  change: ItemChange,
): Promise<void> {
  const { count } = await tx.governanceItem.updateMany({
    where: { id: item.id, version },
    data: { ...change, version: version + 1 },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "note", label: "Discussion", theirs: item.note ?? "" },
        { name: "decision", label: "Decision", theirs: item.decision ?? "" },
      ],
      item.version,
    );
}

function assertOnAgenda({ item }: Loaded): void {
  if (item.takenOffBecause) throw new RuleBroken("This item was taken off the agenda");
}

export async function takeOffBoardItem(ctx: Context, input: TakeOffBoardItem) {
  const loaded = await getBoardItem(ctx, input.itemId, "body:write");
  const { item, meeting } = loaded;
  assertMinutesOpen(meeting);
  assertOnAgenda(loaded);
  if (item.decisionKind) throw new RuleBroken("This item was decided, so it stays on the agenda");
  await saveItem(ctx, loaded, input.version, {
    ...{ takenOffBecause: input.reason, takenOffAt: ctx.now },
  });
  await record(ctx, { type: "board_item.taken_off", facts: { itemId: item.id } });
  return { meetingId: meeting.id };
}

/** A link or a text to read for an item. It stays with the minutes once they are approved. */
export async function addBoardPaper(ctx: Context, input: AddBoardPaper) {
  const { actor, tx, now } = ctx;
  const loaded = await getBoardItem(ctx, input.itemId, "body:write");
  const { item, meeting } = loaded;
  assertMinutesOpen(meeting);
  assertOnAgenda(loaded);
  const { title, marking } = input;
  await tx.governancePaper.createMany({
    data: {
      ...{ itemId: item.id, meetingId: meeting.id, bodyId: meeting.body.id },
      ...{ areaId: meeting.body.areaId, title, marking },
      ...{ link: input.link, bodyText: input.bodyText },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
  });
  await record(ctx, { type: "board_paper.added", facts: { itemId: item.id, marking } });
  return { itemId: item.id, meetingId: meeting.id };
}

export async function withdrawBoardPaper(ctx: Context, { paperId, reason }: WithdrawBoardPaper) {
  const { item, meeting, withdrawnBecause } = await getPaper(ctx, paperId);
  assertMinutesOpen(meeting);
  if (withdrawnBecause) throw new RuleBroken("This paper was withdrawn before");
  await ctx.tx.governancePaper.updateMany({
    where: { id: paperId, withdrawnAt: null },
    data: { withdrawnBecause: reason, withdrawnAt: ctx.now },
  });
  await record(ctx, { type: "board_paper.withdrawn", facts: { itemId: item.id, paperId } });
  return { itemId: item.id, meetingId: meeting.id };
}

/** What was said and decided. Until the minutes are approved it can be put right. */
export async function minuteItem(ctx: Context, input: MinuteItem) {
  const { actor, now } = ctx;
  const loaded = await getBoardItem(ctx, input.itemId, "board:decide");
  const { item, meeting } = loaded;
  assertHasBegun(meeting, dayOf(now));
  assertOnAgenda(loaded);
  if (item.escalationId) throw new RuleBroken("A question that was escalated is answered");
  const { decisionKind, decision } = input;
  const decided =
    decisionKind && decision
      ? {
          ...{ decisionKind, decision },
          ...{ decidedByHatId: actor.hatId, decidedAt: now },
        }
      : { decisionKind: null, decision: null, decidedByHatId: null, decidedAt: null };
  await saveItem(ctx, loaded, input.version, {
    ...{ note: input.note, isExempt: input.exempt, ...decided },
  });
  await record(ctx, {
    type: "board_item.minuted",
    facts: { itemId: item.id, decision: decided.decisionKind },
  });
  return { meetingId: meeting.id };
}

/** What the body asks for goes to the one tracker, and comes back to it until it is done. */
export async function addBoardAction(ctx: Context, input: AddBoardAction) {
  const { actor, tx, now } = ctx;
  const { item, meeting, organisations } = await getItemForAction(ctx, input.itemId);
  assertHasBegun(meeting, dayOf(now));
  const { ownerOrganisationId, dueDay, text } = input;
  if (!organisations.some(({ id }) => id === ownerOrganisationId))
    throw new FieldsRefused({ ownerOrganisationId: ["Select which organisation does it"] });
  const due = toDateColumn(dueDay);
  const { areaId, id: bodyId } = meeting.body;
  const { id: actionId } = await tx.action.create({
    data: {
      ...{ areaId, kind: "governance", bodyId, governanceItemId: item.id, title: text },
      ...{ ownerOrganisationId, dueOn: due, firstDueOn: due },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
    select: { id: true },
  });
  const leads = await tx.hat.findMany({
    where: {
      ...{ organisationId: ownerOrganisationId, role: "agency_lead", endedAt: null },
      areaId: { in: [...(meeting.body.parties.planAreaIds ?? [])] },
    },
    select: { id: true },
  });
  await notify(
    ctx,
    leads.map(({ id }) => id),
    { kind: "action_given", reference: meeting.body.name, path: `/actions/${actionId}` },
  );
  await record(ctx, { type: "board_action.added", facts: { itemId: item.id, actionId } });
  return { meetingId: meeting.id };
}

/** Who came. A meeting of which that is written down has been held. */
export async function takeBoardAttendance(ctx: Context, input: TakeBoardAttendance) {
  const { actor, tx, now } = ctx;
  const meeting = await getBoardMeeting(ctx, input.meetingId, "body:write");
  assertHasBegun(meeting, dayOf(now));
  if (namedTwice(input).length > 0)
    throw new FieldsRefused({ presentIds: ["Each member can be in one of the lists only"] });
  const members = await listSitting(ctx, meeting);
  const noDeputy = members.some(
    ({ id, deputyName }) => !deputyName && input.deputyIds.includes(id),
  );
  if (noDeputy) throw new FieldsRefused({ deputyIds: ["Select members who have a deputy"] });
  const rows = attendanceOf(
    members.map(({ id }) => id),
    input,
  );
  if (!rows.some(({ state }) => state === "present" || state === "deputy"))
    throw new FieldsRefused({ presentIds: ["Select who came"] });
  await saveMeeting(ctx, meeting, input.version, { status: "held" });
  const noted = { notedByHatId: actor.hatId, notedAt: now };
  const { id: meetingId, body } = meeting;
  for (const state of new Set(rows.map((row) => row.state))) {
    const memberId = { in: rows.filter((row) => row.state === state).map((row) => row.memberId) };
    await tx.governanceAttendance.updateMany({
      where: { meetingId, memberId },
      data: { state, ...noted },
    });
  }
  await tx.governanceAttendance.createMany({
    data: rows.map((row) => ({
      ...{ ...row, meetingId, bodyId: body.id, areaId: body.areaId, ...noted },
    })),
    skipDuplicates: true,
  });
  await record(ctx, { type: "board_attendance.taken", facts: { meetingId, members: rows.length } });
  return { meetingId };
}

/** The next meeting agrees that it was so. From then on nobody changes it. */
export async function approveBoardMinutes(ctx: Context, input: ApproveBoardMinutes) {
  const { actor, now } = ctx;
  const { meeting, items, members, later } = await getMinutesToApprove(ctx, input.meetingId);
  assertMinutesOpen(meeting);
  if (meeting.state !== "held")
    throw new RuleBroken("There are no minutes until attendance is recorded");
  const approvedAt = later.find(({ id }) => id === input.approvedAtId);
  if (!approvedAt)
    throw new FieldsRefused({
      approvedAtId: ["Select a later meeting of the same body, which has been held"],
    });
  const { parties } = meeting.body;
  const signer = signerOf(meeting.body.chair, {
    mayWrite: can(actor, "body:write", parties),
    isChair: (parties.chairHatIds ?? []).includes(actor.hatId),
  });
  const taken = items.filter(({ takenOffBecause }) => !takenOffBecause);
  const bodyName = meeting.body.name;
  await saveMeeting(ctx, meeting, input.version, {
    minutesText: minutesText({ ...meeting, bodyName }, members, taken),
    ...{ minutesApprovedAtId: approvedAt.id, minutesApprovedBy: signer },
    ...{ minutesApprovedByHatId: actor.hatId, minutesApprovedOn: toDateColumn(dayOf(now)) },
  });
  await record(ctx, {
    type: "board_minutes.approved",
    facts: { meetingId: meeting.id, at: formatDay(approvedAt.heldDay) },
  });
  return { meetingId: meeting.id };
}

/** What has to be put right afterwards is said beside the minutes, and not in them. */
export async function addMinutesAddendum(ctx: Context, { meetingId, text }: AddMinutesAddendum) {
  const { actor, tx, now } = ctx;
  const meeting = await getBoardMeeting(ctx, meetingId, "board:decide");
  if (!meeting.isApproved)
    throw new RuleBroken("The minutes are not approved yet, so they can still be changed");
  const { id: bodyId, areaId } = meeting.body;
  await tx.governanceAddendum.createMany({
    data: { bodyId, areaId, meetingId, text, writtenByHatId: actor.hatId, writtenAt: now },
  });
  await record(ctx, { type: "board_minutes.added_to", facts: { meetingId } });
  return { meetingId };
}
