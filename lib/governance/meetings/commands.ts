import "server-only";

import { record } from "@/lib/audit/record";
import { instantAt, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getBody } from "@/lib/governance/bodies/queries";
import { meetingStates } from "@/lib/governance/labels";
import { type BoardMeeting, getBoardMeeting } from "@/lib/governance/meetings/queries";
import { assertPlanned, cycleDays } from "@/lib/governance/rules";
import type { CallCycle, CancelBoardMeeting, ChangeBoardMeeting } from "@/lib/governance/schema";
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

/** Saves over the version that was read, or says what it says now. */
export async function saveMeeting(
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
