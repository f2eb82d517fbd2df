import "server-only";

import { factsOf, keptFile, type TakenFile, takeFile } from "@/lib/attachments/commands";
import { paperPlace } from "@/lib/attachments/queries";
import { refused } from "@/lib/attachments/rules";
import { record } from "@/lib/audit/record";
import { makeDataKey } from "@/lib/crypto/commands";
import { sha256 } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { assertOnAgenda } from "@/lib/governance/items/commands";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { assertMinutesOpen } from "@/lib/governance/rules";
import type { AddBoardPaper, WithdrawBoardPaper } from "@/lib/governance/schema";
import { getPaper, getPaperToFile } from "./queries";

/** Something to read for an item. It stays with the minutes once they are approved. A file follows by a form of its own. */
export async function addBoardPaper(ctx: Context, input: AddBoardPaper) {
  const { actor, tx, now } = ctx;
  const loaded = await getBoardItem(ctx, input.itemId, "body:write");
  const { item, meeting } = loaded;
  assertMinutesOpen(meeting);
  assertOnAgenda(loaded);
  const { title, marking, form } = input;
  const paperId = crypto.randomUUID();
  await tx.governancePaper.createMany({
    data: {
      ...{ id: paperId, itemId: item.id, meetingId: meeting.id, bodyId: meeting.body.id },
      ...{ areaId: meeting.body.areaId, title, marking, isFile: form === "file" },
      link: form === "link" ? input.link : null,
      bodyText: form === "text" ? input.bodyText : null,
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
  });
  await record(ctx, { type: "board_paper.added", facts: { itemId: item.id, marking, form } });
  return { itemId: item.id, meetingId: meeting.id, awaitsFile: form === "file" ? paperId : null };
}

type Arrived = { paperId: string; taken: TakenFile };

/** Reads what was posted before the transaction. Which paper it is for stands in the address. */
export async function takeInPaper(
  posted: FormData | "too_large" | "lost",
  paperId: string,
): Promise<Arrived> {
  return { paperId, taken: await takeFile(posted) };
}

/** Keeps the file of a paper, sealed under a key of its own. The same file again changes nothing. */
export async function addPaperFile(ctx: Context, { paperId, taken }: Arrived) {
  const { actor, tx, now } = ctx;
  const { paper, meeting } = await getPaperToFile(ctx, paperId);
  if ("refusal" in taken) throw taken.refusal;
  if (paper.file) return assertSame(ctx, paperId, sha256(taken.file.bytes));
  const { id: bodyId, areaId } = meeting.body;
  const key = await makeDataKey(ctx, bodyId);
  const kept = keptFile(key, paperPlace(paperId), taken, now);
  const { count } = await tx.governanceFile.createMany({
    data: {
      ...{ paperId, meetingId: meeting.id, bodyId, areaId, dataKeyId: key.id },
      ...{ name: taken.file.name, ...kept, addedByHatId: actor.hatId, addedAt: now },
    },
    skipDuplicates: true, // the second of two at once is told, below
  });
  if (count === 0) return assertSame(ctx, paperId, kept.sha256);
  await record(ctx, { type: "board_paper.file_added", facts: { paperId, ...factsOf(taken) } });
}

async function assertSame({ tx }: Context, paperId: string, digest: string) {
  const same = await tx.governanceFile.count({ where: { paperId, sha256: digest } });
  if (same === 0) throw refused("has_file");
}

/** The paper stays in the list with why; of its file the name stays, and the bytes are gone. */
export async function withdrawBoardPaper(ctx: Context, { paperId, reason }: WithdrawBoardPaper) {
  const { tx, now } = ctx;
  const { paper, item, meeting } = await getPaper(ctx, paperId);
  assertMinutesOpen(meeting);
  if (paper.withdrawnBecause) throw new RuleBroken("This paper was withdrawn before");
  await tx.governanceFile.updateMany({ where: { paperId }, data: { sealed: null } });
  await tx.governancePaper.updateMany({
    where: { id: paperId, withdrawnAt: null },
    data: { withdrawnBecause: reason, withdrawnAt: now },
  });
  await record(ctx, { type: "board_paper.withdrawn", facts: { itemId: item.id, paperId } });
  return { itemId: item.id, meetingId: meeting.id };
}
