import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf, formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { saveMeeting } from "@/lib/governance/meetings/commands";
import {
  getBoardMeeting,
  getMinutesToApprove,
  listSitting,
} from "@/lib/governance/meetings/queries";
import { attendanceOf, minutesText, namedTwice, signerOf } from "@/lib/governance/meetings/rules";
import { assertHasBegun, assertMinutesOpen } from "@/lib/governance/rules";
import type {
  AddMinutesAddendum,
  ApproveBoardMinutes,
  TakeBoardAttendance,
} from "@/lib/governance/schema";

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
