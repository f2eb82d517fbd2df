import "server-only";

import { authorize } from "@/lib/access/policy";
import type { ScanState } from "@/lib/attachments/labels";
import { isReleased, refused } from "@/lib/attachments/rules";
import { record } from "@/lib/audit/record";
import { getDataKey } from "@/lib/crypto/queries";
import { open } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";

export const attachmentPlace = (attachmentId: string): string =>
  `attachments.sealed.${attachmentId}`;

/** The files of a referral that may be read by whoever asks. */
export async function listAttachments({ tx }: Context, referralId: string) {
  const files = await tx.attachment.findMany({
    where: { referralId, removedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, name: true, bytes: true, scan: true, addedAt: true },
  });
  return files.map((file) => ({ ...file, scan: file.scan as ScanState }));
}

/** A draft, for whoever writes it, held until the transaction ends: two files at once are counted one after the other. */
export async function getDraftForFiles({ actor, tx }: Context, draftId: string) {
  await tx.$queryRaw`select id from referrals where id = ${draftId}::uuid for update`;
  const found = await tx.referral.findUnique({
    where: { id: draftId },
    select: {
      id: true,
      areaId: true,
      organisationId: true,
      createdById: true,
      status: true,
      endedAt: true,
      dataKeyId: true,
    },
  });
  if (!found || (found.status === "draft" && found.endedAt)) throw new NotFound("draft", draftId);
  const { areaId, organisationId, createdById: authorId } = found;
  authorize(actor, "referral:write", { areaId, organisationId, authorId, isDraft: true });
  if (found.status !== "draft") throw refused("sent");
  return found;
}

/** The bytes of a file, for whoever may read the referral it came with. What is held is not there yet. */
export async function openAttachment(ctx: Context, attachmentId: string) {
  const { actor, tx } = ctx;
  const { hatId, userId } = actor;
  const absent = new NotFound("attachment", attachmentId);
  if (!anId().safeParse(attachmentId).success) throw absent;
  const found = await tx.attachment.findFirst({
    where: { id: attachmentId, removedAt: null },
    select: {
      id: true,
      name: true,
      contentType: true,
      scan: true,
      sealed: true,
      areaId: true,
      organisationId: true,
      createdById: true,
      referral: {
        select: {
          reference: true,
          status: true,
          dataKeyId: true,
          case: {
            select: {
              caseWorkers: { where: { hatId, endedAt: null }, select: { hatId: true } },
              panelAttendees: { where: { hatId }, select: { hatId: true } },
              caseConflicts: { where: { userId }, select: { userId: true } },
            },
          },
        },
      },
    },
  });
  if (!found) throw absent;
  const { referral, areaId, organisationId, createdById: authorId } = found;
  authorize(actor, "referral:read", {
    areaId,
    organisationId,
    authorId,
    isDraft: referral.status === "draft",
    workerHatIds: referral.case?.caseWorkers.map((worker) => worker.hatId) ?? [],
    attendeeHatIds: referral.case?.panelAttendees.map((attendee) => attendee.hatId) ?? [],
    conflictedUserIds: referral.case?.caseConflicts.map((conflict) => conflict.userId) ?? [],
  });
  const bytes = await openKept(ctx, referral.dataKeyId, attachmentPlace(found.id), found);
  await record(ctx, {
    type: "attachment.opened",
    dataKeyId: referral.dataKeyId,
    facts: { attachmentId, reference: referral.reference },
  });
  return { name: found.name, contentType: found.contentType, bytes };
}

/** The bytes of a file, whatever it came with. What is held, and what was taken away, is not there. */
export async function openKept(
  ctx: Context,
  dataKeyId: string,
  place: string,
  { scan, sealed }: { scan: string; sealed: Uint8Array | null },
): Promise<Buffer> {
  if (!sealed || !isReleased(scan as ScanState)) throw new NotFound("file", place);
  return open(await getDataKey(ctx, dataKeyId), place, sealed);
}

export const versionPlace = (versionId: string): string => `document_versions.sealed.${versionId}`;
export const paperPlace = (paperId: string): string => `governance_files.sealed.${paperId}`;

const placeOf = { referral: attachmentPlace, document: versionPlace, paper: paperPlace } as const;

/** A file that waits for the scanner, and what it belongs to. */
export type HeldFile = { id: string; of: keyof typeof placeOf; bytes: Buffer };

const waits = { scan: "held", sealed: { not: null } } as const;

/** Files that no scanner has answered for, oldest first, for the worker to ask again. */
export async function listHeld(ctx: Context, limit: number): Promise<HeldFile[]> {
  const few = {
    where: { ...waits, removedAt: null },
    orderBy: { id: "asc" },
    take: limit,
  } as const;
  const ofReferrals = await ctx.tx.attachment.findMany({
    ...few,
    select: { id: true, sealed: true, referral: { select: { dataKeyId: true } } },
  });
  const ofDocuments = await ctx.tx.documentVersion.findMany({
    ...few,
    select: { id: true, sealed: true, case: { select: { dataKeyId: true } } },
  });
  const ofPapers = await ctx.tx.governanceFile.findMany({
    where: waits,
    orderBy: { paperId: "asc" },
    take: limit,
    select: { paperId: true, sealed: true, dataKeyId: true },
  });
  const held = [
    ...ofReferrals.map(({ referral, ...file }) => ({
      ...file,
      ...referral,
      of: "referral" as const,
    })),
    ...ofDocuments.map((file) => ({ ...file, ...file.case, of: "document" as const })),
    ...ofPapers.map(({ paperId: id, ...file }) => ({ id, ...file, of: "paper" as const })),
  ];
  const files: HeldFile[] = [];
  for (const { id, of, sealed, dataKeyId } of held.slice(0, limit)) {
    const key = await getDataKey(ctx, dataKeyId);
    if (sealed) files.push({ id, of, bytes: open(key, placeOf[of](id), sealed) });
  }
  return files;
}
