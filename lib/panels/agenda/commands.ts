import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { addItem } from "../commands";
import type { ItemKind } from "../labels";
import { getMeeting } from "../meetings/queries";
import { getItemToPrepare, listItems } from "../queries";
import { assertMeetingOpen } from "../rules";
import { listDue } from "./queries";
import { headingIndex, headingOf, placed, placeOf, standingBefore } from "./rules";
import type { AcceptDue, LeaveOff, MoveItem, Slot, TakeOff } from "./schema";

/** Puts what is due on the agenda, each case for what it is due for. */
export async function acceptDue(ctx: Context, { meetingId, caseIds }: AcceptDue) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  const due = await listDue(ctx, meeting);
  const chosen = due.filter(({ id }) => caseIds.includes(id));
  if (chosen.length < new Set(caseIds).size) {
    throw new RuleBroken("One of these cases is not due any more. Reload the page and try again.");
  }
  for (const { id: caseId, kind } of chosen) {
    await addItem(ctx, { meetingId, caseId, kind, residentForce: null, keyOrganisationId: null });
  }
  await retime(ctx, meetingId);
  await record(ctx, { type: "agenda.filled", facts: { meetingId, added: chosen.length } });
  return { meetingId };
}

/** Leaves a case that is due off this meeting, and says why. The next meeting asks again by itself. */
export async function leaveOff(ctx: Context, { meetingId, caseId, reason }: LeaveOff) {
  const meeting = await getMeeting(ctx, meetingId, "meeting:build");
  assertMeetingOpen(meeting.status);
  const found = (await listDue(ctx, meeting)).find(({ id }) => id === caseId);
  if (!found) throw new RuleBroken("This case is not due for this meeting any more");
  const { reference, kind } = found;
  await keepLeftOff(ctx, { meetingId, caseId, kind, reason });
  await record(ctx, { type: "item.left_off", facts: { meetingId, reference, kind } });
  return { meetingId };
}

type LeftOff = { meetingId: string; caseId: string; kind: string; reason: string };

async function keepLeftOff({ actor, tx, now }: Context, leftOff: LeftOff) {
  await tx.agendaLeftOff.createMany({
    data: { ...leftOff, areaId: actor.areaId, leftOffByHatId: actor.hatId, leftOffAt: now },
  });
}

/** Takes an item off the agenda before anything has come of it: whoever read the case by it reads it no more. */
export async function takeOff(ctx: Context, { itemId, reason }: TakeOff) {
  const { kind, meeting, case: onCase } = await getItemToPrepare(ctx, itemId);
  const { id: caseId, reference, dataKeyId } = onCase;
  const meetingId = meeting.id;
  await keepLeftOff(ctx, { meetingId, caseId, kind, reason });
  const [taken] = await ctx.tx.$queryRaw<{ done: boolean }[]>`
    select take_off_agenda(${itemId}::uuid) as done`;
  if (!taken?.done)
    throw new RuleBroken(
      "The meeting has begun, or the panel has spoken of this item, so it stays",
    );
  await retime(ctx, meetingId);
  await record(ctx, { type: "item.taken_off", dataKeyId, facts: { reference, itemId, kind } });
  return { meetingId };
}

/** One place up or down, under the same heading. */
export async function moveItem(ctx: Context, { itemId, direction }: MoveItem) {
  const { meeting } = await getItemToPrepare(ctx, itemId);
  assertMeetingOpen(meeting.status);
  const items = await listItems(ctx, meeting.id);
  const item = items.find(({ id }) => id === itemId);
  if (item) await place(ctx, items, itemId, placeOf(items, item) + (direction === "up" ? -1 : 1));
  await retime(ctx, meeting.id);
  await record(ctx, { type: "agenda.arranged", facts: { meetingId: meeting.id, itemId } });
  return { meetingId: meeting.id };
}

/** The place of an item, its minutes, and whose police have to be there for it. */
export async function changeSlot(
  ctx: Context,
  { itemId, place: wanted, minutes, residentForce }: Slot,
) {
  const { meeting, case: onCase } = await getItemToPrepare(ctx, itemId);
  assertMeetingOpen(meeting.status);
  await ctx.tx.panelItem.updateMany({ where: { id: itemId }, data: { minutes, residentForce } });
  await place(ctx, await listItems(ctx, meeting.id), itemId, wanted);
  await retime(ctx, meeting.id);
  const { reference, dataKeyId } = onCase;
  await record(ctx, { type: "item.slotted", dataKeyId, facts: { reference, itemId, minutes } });
  return { meetingId: meeting.id };
}

type Items = Awaited<ReturnType<typeof listItems>>;

async function place({ tx }: Context, items: Items, itemId: string, wanted: number) {
  for (const { id, position } of placed(items, itemId, wanted)) {
    if (items.some((item) => item.id === id && item.position === position)) continue;
    await tx.panelItem.updateMany({ where: { id }, data: { position } });
  }
}

const kinds = Object.keys(headingOf) as ItemKind[];

/** Tells each item's people when they are wanted for it, which is all that somebody asked in for it alone is told. */
export async function retime({ tx }: Context, meetingId: string) {
  const placeIn = kinds.map(headingIndex);
  const before = kinds.map(standingBefore);
  await tx.$executeRaw`
    select retime_agenda(${meetingId}::uuid, ${kinds}::text[], ${placeIn}::int[], ${before}::int[])`;
}
