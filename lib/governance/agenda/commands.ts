import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { assertOnAgenda, saveItem } from "@/lib/governance/items/commands";
import {
  type BoardMeeting,
  getBoardItem,
  getBoardMeeting,
  listBoardItems,
  listDue,
} from "@/lib/governance/meetings/queries";
import { neighbourOf, placeDue } from "@/lib/governance/meetings/rules";
import { assertMinutesOpen, assertPlanned } from "@/lib/governance/rules";
import type {
  AddBoardItem,
  FillBoardAgenda,
  MoveBoardItem,
  TakeOffBoardItem,
} from "@/lib/governance/schema";

const blank = {
  actionId: null,
  riskId: null,
  escalationId: null,
  earlierItemId: null,
  reportId: null,
};

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
