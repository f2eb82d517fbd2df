import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { disposeOn } from "@/lib/cases/retention/rules";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import type { MeetingStatus } from "../labels";
import { assertMeetingCanBecome, assertMeetingOpen, deputyRoles } from "../rules";
import type { Attendance, Deputy, Meeting, MeetingId } from "../schema";
import { getMeeting, listSeated } from "./queries";

/** Three hours, unless somebody says otherwise. */
export const usualLength = 180;

type Seated = Awaited<ReturnType<typeof listSeated>>;

/** Those of the people with a seat who were chosen. */
export async function chooseSeated(ctx: Context, hatIds: string[], seated?: Seated) {
  const invited = (seated ?? (await listSeated(ctx))).filter(({ id }) => hatIds.includes(id));
  if (invited.length < new Set(hatIds).size) {
    throw new FieldsRefused({ memberHatIds: ["Select people who have a seat on the panel now"] });
  }
  return invited;
}

export const toMembers = (meeting: { id: string; areaId: string }, invited: Seated) =>
  invited.map(({ id: hatId, userId, organisationId, seat }) => ({
    ...{ meetingId: meeting.id, areaId: meeting.areaId },
    ...{ hatId, userId, organisationId, seat },
  }));

/** Calls a meeting of the panel, and invites whoever was chosen from those with a seat. */
export async function callMeeting(
  ctx: Context,
  { memberHatIds, heldOn, areaIds, lastsMinutes, ...input }: Meeting,
) {
  const { actor, tx, now } = ctx;
  const { areaId } = actor;
  authorize(actor, "meeting:build", { areaId });
  const invited = await chooseSeated(ctx, memberHatIds);
  const day = disposeOn("meeting_shell", heldOn, false);
  const { id: meetingId } = await tx.meeting.create({
    data: {
      ...input,
      areaId,
      heldOn: toDateColumn(heldOn),
      lastsMinutes: lastsMinutes ?? usualLength,
      calledByHatId: actor.hatId,
      createdAt: now,
      disposeOn: day && toDateColumn(day),
    },
    select: { id: true },
  });
  await tx.meetingMember.createMany({ data: toMembers({ id: meetingId, areaId }, invited) });
  const runners = await joinAreas(ctx, meetingId, areaIds);
  await notify(ctx, [...memberHatIds, ...runners], {
    kind: "meeting_called",
    reference: `Panel meeting on ${formatDay(heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.called", facts: { meetingId, invited: invited.length } });
  return { meetingId };
}

/** P-08: a joint meeting. Those who run panels in each other area are told, and ask in their own people. */
async function joinAreas({ actor, tx }: Context, meetingId: string, areaIds: string[]) {
  const others = [...new Set(areaIds)].filter((areaId) => areaId !== actor.areaId);
  if (others.length === 0) return [];
  const known = await tx.area.count({ where: { id: { in: others } } });
  if (known < others.length) throw new FieldsRefused({ areaIds: ["Select areas from the list"] });
  await tx.meetingArea.createMany({
    data: others.map((areaId) => ({ meetingId, areaId, hostArea: actor.areaId })),
  });
  const hats = await tx.hat.findMany({
    where: { areaId: { in: others }, role: { in: ["coordinator", "chair"] }, endedAt: null },
    select: { id: true },
  });
  return hats.map(({ id }) => id);
}

async function changeStatus(ctx: Context, meetingId: string, to: MeetingStatus) {
  const { tx } = ctx;
  const { status, version } = await getMeeting(ctx, meetingId, "meeting:run");
  assertMeetingCanBecome(status, to);
  if (to === "closed") await assertAllSpokenOf(ctx, meetingId);
  const { count } = await tx.meeting.updateMany({
    where: { id: meetingId, version },
    data: { status: to, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this meeting. Reload it.");
  return { meetingId };
}

/** Of the items this chair may know: one they have a conflict on is for the deputy. */
async function assertAllSpokenOf({ tx }: Context, meetingId: string) {
  const left = await tx.panelItem.count({ where: { meetingId, panelDecisions: { none: {} } } });
  if (left > 0)
    throw new RuleBroken(
      "Record what the panel decided on every item before you close the meeting",
    );
}

export async function startMeeting(ctx: Context, { meetingId }: MeetingId) {
  const answer = await changeStatus(ctx, meetingId, "in_progress");
  await record(ctx, { type: "meeting.started", facts: { meetingId } });
  return answer;
}

export async function closeMeeting(ctx: Context, { meetingId }: MeetingId) {
  const answer = await changeStatus(ctx, meetingId, "closed");
  const { areaId, heldOn } = await getMeeting(ctx, meetingId, "meeting:run");
  await stopClock(ctx, "panel_meeting", { areaId }); // TL-05
  await startClock(ctx, "panel_meeting", { areaId }, { from: heldOn });
  await record(ctx, { type: "meeting.closed", facts: { meetingId } });
  return answer;
}

/** Who is in the room, for the meeting and for each item on it that this actor may know. */
export async function recordAttendance(
  ctx: Context,
  { meetingId, presentHatIds: here }: Attendance,
) {
  const { tx, now } = ctx;
  const { status, members } = await getMeeting(ctx, meetingId, "meeting:build");
  if (status !== "in_progress")
    throw new RuleBroken("Start the meeting before you take attendance");
  if (!here.every((hatId) => members.some((member) => member.hatId === hatId))) {
    throw new FieldsRefused({ presentHatIds: ["Select people who are invited to this meeting"] });
  }
  const away = { hatId: { notIn: here } };
  await tx.meetingMember.updateMany({
    where: { meetingId, hatId: { in: here } },
    data: { isPresent: true, apologies: false },
  });
  await tx.meetingMember.updateMany({
    where: { meetingId, hatId: { in: here }, confidentialAt: null },
    data: { confidentialAt: now }, // M-05
  });
  await tx.meetingMember.updateMany({
    where: { meetingId, ...away },
    data: { isPresent: false, apologies: true },
  });
  // What was decided keeps the room it was decided in.
  const undecided = { meetingId, item: { panelDecisions: { none: {} } } };
  await tx.panelAttendee.updateMany({
    where: { ...undecided, hatId: { in: here } },
    data: { isPresent: true },
  });
  await tx.panelAttendee.updateMany({
    where: { ...undecided, ...away },
    data: { isPresent: false },
  });
  await record(ctx, { type: "attendance.recorded", facts: { meetingId, present: here.length } });
  return { meetingId };
}

/** Somebody of the same organisation takes a member's place: in their seat, and on the items they are on. */
export async function seatDeputy(ctx: Context, { meetingId, forHatId, hatId }: Deputy) {
  const { tx } = ctx;
  const { areaId } = ctx.actor;
  const { status, heldOn, members } = await getMeeting(ctx, meetingId, "meeting:build");
  assertMeetingOpen(status);
  const member = members.find((one) => one.hatId === forHatId);
  if (!member) throw new FieldsRefused({ forHatId: ["Select whose place they take"] });
  const { organisationId, seat, oneItem } = member;
  const deputy = await tx.hat.findFirst({
    where: { id: hatId, areaId, organisationId, role: { in: [...deputyRoles] }, endedAt: null },
    select: { userId: true },
  });
  if (!deputy || members.some(({ userId }) => userId === deputy.userId)) {
    const sentence = "Select somebody from the same organisation who is not invited yet";
    throw new FieldsRefused({ hatId: [sentence] });
  }

  const who = { meetingId, areaId, hatId, userId: deputy.userId, organisationId, seat };
  await tx.meetingMember.createMany({ data: { ...who, oneItem, deputyForHatId: forHatId } });
  const away = { isPresent: false };
  const replaced = { meetingId, hatId: forHatId };
  await tx.meetingMember.updateMany({ where: replaced, data: { ...away, apologies: true } });
  const undecided = { ...replaced, item: { panelDecisions: { none: {} } } };
  const items = await tx.panelAttendee.findMany({
    where: { ...undecided, case: { caseConflicts: { none: { userId: deputy.userId } } } }, // IS-18
    select: { itemId: true, caseId: true, areaId: true },
  });
  await tx.panelAttendee.updateMany({ where: undecided, data: away });
  await tx.panelAttendee.createMany({
    data: items.map((item) => ({ ...who, ...item })),
    skipDuplicates: true,
  });
  await notify(ctx, [hatId], {
    kind: "meeting_called",
    reference: `Panel meeting on ${formatDay(heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.deputy_seated", facts: { meetingId, seat } });
  return { meetingId, isSitting: status === "in_progress" };
}
