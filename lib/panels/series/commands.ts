import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { disposeOn } from "@/lib/cases/retention/rules";
import { type Day, formatDay, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { chooseSeated, toMembers, usualLength } from "../meetings/commands";
import { getMeeting, listInvitable } from "../meetings/queries";
import { assertMeetingCanBecome } from "../rules";
import { seriesDays } from "./rules";
import type { CancelMeeting, ChangeMeeting, InviteMembers, Series } from "./schema";

const disposal = (heldOn: Day) => {
  const day = disposeOn("meeting_shell", heldOn, false);
  return day ? toDateColumn(day) : null;
};

/** Calls every meeting of a series at once, each a meeting of its own from then on (TL-05). */
export async function planSeries(ctx: Context, { memberHatIds, ...input }: Series) {
  const { actor, tx, now } = ctx;
  const { title, pattern, firstOn, untilOn, lastsMinutes, ...where } = input;
  authorize(actor, "meeting:build", { areaId: actor.areaId });
  const invited = await chooseSeated(ctx, memberHatIds);
  const { areaId, hatId: calledByHatId } = actor;
  const { id: seriesId } = await tx.meetingSeries.create({
    data: {
      ...{ areaId, title, pattern, calledByHatId, createdAt: now },
      ...{ firstOn: toDateColumn(firstOn), untilOn: toDateColumn(untilOn) },
    },
    select: { id: true },
  });
  const meetings = seriesDays({ pattern, firstOn, untilOn }).map((days) => ({
    ...days,
    id: crypto.randomUUID(),
  }));
  await tx.meeting.createMany({
    data: meetings.map(({ id, heldOn, seriesOn }) => ({
      ...{ ...where, id, areaId, title, seriesId, calledByHatId, createdAt: now },
      ...{ heldOn: toDateColumn(heldOn), seriesOn: toDateColumn(seriesOn) },
      ...{ lastsMinutes: lastsMinutes ?? usualLength, disposeOn: disposal(heldOn) },
    })),
  });
  await tx.meetingMember.createMany({
    data: meetings.flatMap(({ id }) => toMembers({ id, areaId }, invited)),
  });
  await notify(ctx, memberHatIds, {
    kind: "meeting_called",
    reference: `Panel meetings from ${formatDay(firstOn)} to ${formatDay(untilOn)}`,
    path: "/meetings",
  });
  await record(ctx, { type: "series.called", facts: { seriesId, meetings: meetings.length } });
  return { seriesId };
}

type Change = { heldOn: Date; disposeOn: Date | null } | { status: "cancelled" };

/** Changes a meeting that nobody has changed since, and makes its calendar entry a newer one. */
async function change(
  { tx, now }: Context,
  { id, version }: { id: string; version: number },
  data: Change,
) {
  const { count } = await tx.meeting.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, changedAt: now, calendarSequence: { increment: 1 } },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this meeting. Reload it.");
}

const told = ({ members }: { members: { hatId: string }[] }) => members.map(({ hatId }) => hatId);

/** Moves one meeting, or changes where it is: the others of its series stay as they are. */
export async function changeMeeting(
  ctx: Context,
  { meetingId, version, heldOn, ...input }: ChangeMeeting,
) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:host");
  if (meeting.status !== "planned") {
    throw new RuleBroken("A meeting that has begun or ended cannot be moved");
  }
  const days = { heldOn: toDateColumn(heldOn), disposeOn: disposal(heldOn) };
  await change(ctx, { id: meetingId, version }, { ...input, ...days });
  await notify(ctx, told(meeting), {
    kind: "meeting_changed",
    reference: `Panel meeting on ${formatDay(heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.changed", facts: { meetingId } });
  return { meetingId };
}

/** Cancels one meeting. What was on its agenda is due again, and is read by nobody because of it (IS-01). */
export async function cancelMeeting(ctx: Context, { meetingId, version, reason }: CancelMeeting) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:host");
  assertMeetingCanBecome(meeting.status, "cancelled");
  await ctx.tx.$executeRaw`select clear_agenda(${meetingId}::uuid)`;
  const data = { status: "cancelled" as const, cancelledReason: reason };
  await change(ctx, { id: meetingId, version }, data);
  await notify(ctx, told(meeting), {
    kind: "meeting_cancelled",
    reference: `Panel meeting on ${formatDay(meeting.heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.cancelled", facts: { meetingId } });
  return { meetingId };
}

/** Asks more people of one's own area to a meeting, and to every case of that area on its agenda (P-04, P-08). */
export async function inviteMembers(ctx: Context, { meetingId, memberHatIds }: InviteMembers) {
  const { meeting, people } = await listInvitable(ctx, meetingId);
  if (meeting.status !== "planned" && meeting.status !== "in_progress") {
    throw new RuleBroken("This meeting is over, so nobody more can be invited");
  }
  const { areaId } = ctx.actor;
  const invited = await chooseSeated(ctx, memberHatIds, people);
  await ctx.tx.meetingMember.createMany({ data: toMembers({ id: meetingId, areaId }, invited) });
  for (const hatId of memberHatIds)
    await ctx.tx.$executeRaw`select join_agenda(${meetingId}::uuid, ${hatId}::uuid)`;
  await notify(ctx, memberHatIds, {
    kind: "meeting_called",
    reference: `Panel meeting on ${formatDay(meeting.heldOn)}`,
    path: `/meetings/${meetingId}`,
  });
  await record(ctx, { type: "meeting.invited", facts: { meetingId, invited: invited.length } });
  return { meetingId };
}
