import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { assertOnAgenda } from "@/lib/governance/items/commands";
import { getBoardItem, getPaper } from "@/lib/governance/meetings/queries";
import { assertMinutesOpen } from "@/lib/governance/rules";
import type { AddBoardPaper, WithdrawBoardPaper } from "@/lib/governance/schema";

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
