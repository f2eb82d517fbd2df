import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { disposeOn } from "@/lib/cases/rules";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import type { MeetingStatus } from "../labels";
import { assertMeetingCanBecome, assertMeetingOpen, deputyRoles } from "../rules";
import type { Attendance, Deputy, Meeting, MeetingId } from "../schema";
import { getMeeting, listSeated } from "./queries";

/** Calls a meeting of the panel, and invites whoever was chosen from those with a seat. */
export async function callMeeting(ctx: Context, { memberHatIds, heldOn, ...input }: Meeting) {
  const { actor, tx, now } = ctx;
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  const seated = await listSeated(ctx);
  const invited = seated.filter(({ id }) => memberHatIds.includes(id));
  if (invited.length < new Set(memberHatIds).size) {
    throw new FieldsRefused({ memberHatIds: ["Select people who have a seat on the panel now"] });
  }

  const day = disposeOn("meeting_shell", heldOn, false);
  const { id: meetingId } = await tx.meeting.create({
    data: {
      ...input,
      areaId: actor.areaId,
      heldOn: toDateColumn(heldOn),
      calledByHatId: actor.hatId,
      createdAt: now,
      disposeOn: day && toDateColumn(day),
    },
    select: { id: true },
  });
  await tx.meetingMember.createMany({
    data: invited.map(({ id: hatId, userId, organisationId, seat }) => ({
      meetingId,
      hatId,
      areaId: actor.areaId,
      userId,
      organisationId,
      seat,
    })),
  });
  await notify(ctx, memberHatIds, {
    kind: "meeting_called",
    reference: `Panel meeting on ${formatDay(heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.called", facts: { meetingId, invited: invited.length } });
  return { meetingId };
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
  const { areaId, status, heldOn, members } = await getMeeting(ctx, meetingId, "meeting:build");
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
    select: { itemId: true, caseId: true },
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
  return { meetingId };
}
