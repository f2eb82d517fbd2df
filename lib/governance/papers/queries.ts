import "server-only";

import { can } from "@/lib/access/policy";
import { openKept, paperPlace } from "@/lib/attachments/queries";
import { refused } from "@/lib/attachments/rules";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { getBoardItem, getBoardMeeting } from "@/lib/governance/meetings/queries";
import { arePapersOpen } from "@/lib/governance/rules";
import { anId } from "@/lib/schema";

/** A paper with the item it is for: of the co-ordinator who keeps it, or of whoever reads the item. */
export async function getPaper(
  ctx: Context,
  paperId: string,
  permission: "body:write" | "board:read" = "body:write",
) {
  const absent = new NotFound("paper", paperId);
  if (!anId().safeParse(paperId).success) throw absent;
  const found = await ctx.tx.governancePaper.findUnique({
    where: { id: paperId },
    select: { itemId: true },
  });
  if (!found) throw absent;
  const { item, meeting } = await getBoardItem(ctx, found.itemId, permission);
  const paper = item.papers.find(({ id }) => id === paperId);
  if (!paper) throw absent;
  return { paper, item, meeting };
}

/** A paper that waits for its file, or has it: for whoever may add one. */
export async function getPaperToFile(ctx: Context, paperId: string) {
  const { paper, meeting } = await getPaper(ctx, paperId);
  if (!paper.isFile) throw new NotFound("paper", paperId);
  if (!arePapersOpen(meeting) || paper.withdrawnBecause) throw refused("settled");
  return { paper, meeting };
}

/** A paper as it is read. */
export async function viewPaper(ctx: Context, paperId: string) {
  const { paper, item, meeting } = await getPaper(ctx, paperId, "board:read");
  await record(ctx, { type: "board_paper.viewed", facts: { paperId } });
  const isOpen = arePapersOpen(meeting) && !paper.withdrawnBecause;
  const mayChange = isOpen && can(ctx.actor, "body:write", meeting.body.parties);
  return { paper, item, meeting, mayChange };
}

/** The bytes of a paper, for whoever may read it. What is held, withdrawn or still to come is not there. */
export async function openPaper(ctx: Context, paperId: string) {
  const absent = new NotFound("paper", paperId);
  if (!anId().safeParse(paperId).success) throw absent;
  const found = await ctx.tx.governanceFile.findFirst({
    where: { paperId, paper: { withdrawnAt: null } },
    select: {
      ...{ name: true, contentType: true, scan: true, sealed: true },
      ...{ dataKeyId: true, meetingId: true },
    },
  });
  if (!found) throw absent;
  const { name, contentType, dataKeyId } = found;
  await getBoardMeeting(ctx, found.meetingId);
  const bytes = await openKept(ctx, dataKeyId, paperPlace(paperId), found);
  await record(ctx, { type: "board_paper.opened", facts: { paperId } });
  return { name, contentType, bytes };
}
