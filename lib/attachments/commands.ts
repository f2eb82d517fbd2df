import "server-only";

import { theSystem } from "@/lib/access/actor";
import { type CheckedFile, checkFile } from "@/lib/attachments/content";
import type { ScanState } from "@/lib/attachments/labels";
import {
  attachmentPlace,
  getDraftForFiles,
  type HeldFile,
  listHeld,
} from "@/lib/attachments/queries";
import { contentTypeOf, mostFiles, refused } from "@/lib/attachments/rules";
import { scan } from "@/lib/attachments/scanner";
import { addAttachmentSchema, type RemoveAttachment } from "@/lib/attachments/schema";
import { record } from "@/lib/audit/record";
import { getDataKey } from "@/lib/crypto/queries";
import { type DataKey, seal, sha256 } from "@/lib/crypto/vault";
import { type Context, withActor } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { NotFound, type Refusal, RuleBroken } from "@/lib/errors";

/** What was posted, once it is known what it is and what the scanner says; or why it is not taken. */
export type TakenFile = AcceptedFile | { refusal: Refusal };
export type AcceptedFile = { file: CheckedFile; scan: ScanState };

type Arrived =
  | { draftId: string | null; refusal: Refusal }
  | { draftId: string; file: CheckedFile; scan: ScanState };

/**
 * Reads what was posted, decides what the file is, and asks the scanner: all before the transaction.
 * The draft stands in the address, so that a post cut short is still known to be for it.
 */
export async function takeIn(
  posted: FormData | "too_large" | "lost",
  draft: string | null,
): Promise<Arrived> {
  const named = addAttachmentSchema.safeParse({ draftId: draft });
  if (!named.success) return { draftId: null, refusal: refused("lost") };
  const { draftId } = named.data;
  return { draftId, ...(await takeFile(posted)) };
}

/** Decides what a posted file is, and asks the scanner. It takes its time, so it comes before the transaction. */
export async function takeFile(posted: FormData | "too_large" | "lost"): Promise<TakenFile> {
  if (typeof posted === "string") return { refusal: refused(posted) };
  const given = posted.get("file");
  if (!(given instanceof File) || (given.size === 0 && !given.name)) {
    return { refusal: refused("none") };
  }
  try {
    const file = await checkFile({
      name: given.name,
      bytes: Buffer.from(await given.arrayBuffer()),
    });
    return { file, scan: await scan(file.bytes, env().CLAMD) };
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return { refusal };
    throw refusal;
  }
}

/** The columns in which a file is kept, whatever it comes with: sealed in its place, and what is known of it beside. */
export function keptFile(key: DataKey, place: string, { file, scan }: AcceptedFile, now: Date) {
  if (scan === "infected") throw refused("infected");
  return {
    contentType: contentTypeOf(file.kind),
    bytes: file.bytes.length,
    sha256: sha256(file.bytes),
    sealed: seal(key, place, file.bytes),
    scan,
    scannedAt: scan === "clean" ? now : null,
  };
}

/** What the log says of a file: neither its name nor its content. */
export const factsOf = ({ file, scan }: AcceptedFile) => ({
  kind: file.kind,
  bytes: file.bytes.length,
  scan,
});

/** Keeps a file with a draft, sealed under the draft's key. The same file again changes nothing. */
export async function attachFile(ctx: Context, arrived: Arrived) {
  if ("refusal" in arrived) throw arrived.refusal;
  const { draftId, file } = arrived;
  const { actor, tx, now } = ctx;
  const draft = await getDraftForFiles(ctx, draftId);
  const there = await tx.attachment.findMany({
    where: { referralId: draftId, removedAt: null },
    select: { sha256: true },
  });
  const id = crypto.randomUUID();
  const key = await getDataKey(ctx, draft.dataKeyId);
  const kept = keptFile(key, attachmentPlace(id), arrived, now);
  if (there.some((other) => other.sha256 === kept.sha256)) return { draftId };
  if (there.length >= mostFiles) throw refused("too_many");

  await tx.attachment.createMany({
    data: {
      id,
      referralId: draftId,
      areaId: draft.areaId,
      organisationId: draft.organisationId,
      createdById: actor.userId,
      name: file.name,
      ...kept,
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  const facts = { attachmentId: id, ...factsOf(arrived) };
  await record(ctx, { type: "attachment.added", dataKeyId: draft.dataKeyId, facts });
  return { draftId };
}

/** While it is a draft a file can be taken away, and then its bytes are gone. */
export async function removeAttachment(ctx: Context, { draftId, attachmentId }: RemoveAttachment) {
  const { tx, now } = ctx;
  const { dataKeyId } = await getDraftForFiles(ctx, draftId);
  const { count } = await tx.attachment.updateMany({
    where: { id: attachmentId, referralId: draftId, removedAt: null },
    data: { sealed: null, removedAt: now },
  });
  if (count === 0) throw new NotFound("attachment", attachmentId);
  await record(ctx, { type: "attachment.removed", dataKeyId, facts: { attachmentId } });
  return { draftId };
}

/** What the scanner said of a file that was held. A virus goes at once, and its name stays to say so. */
export async function settleScan(ctx: Context, { id, of }: HeldFile, state: ScanState) {
  if (state !== "clean" && state !== "infected") return;
  const held = { id, scan: "held" } as const;
  const data = { scan: state, scannedAt: ctx.now, ...(state === "infected" && { sealed: null }) };
  const { attachment, documentVersion, governanceFile } = ctx.tx;
  if (of === "referral") await attachment.updateMany({ where: held, data });
  else if (of === "document") await documentVersion.updateMany({ where: held, data });
  else await governanceFile.updateMany({ where: { paperId: id, scan: "held" }, data });
  await record(ctx, { type: "attachment.scanned", facts: { attachmentId: id, of, scan: state } });
}

const heldAtOnce = 5;

/** Asks the scanner again about files that were held. No transaction waits for its answer. */
export async function scanHeld(now: Date, address = env().CLAMD): Promise<number> {
  if (!address) return 0;
  const held = await withActor(theSystem(), (ctx) => listHeld(ctx, heldAtOnce), now);
  for (const file of held) {
    const state = await scan(file.bytes, address);
    await withActor(theSystem(), (ctx) => settleScan(ctx, file, state), now);
  }
  return held.length;
}
