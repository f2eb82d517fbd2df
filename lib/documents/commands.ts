import "server-only";

import {
  type AcceptedFile,
  factsOf,
  keptFile,
  type TakenFile,
  takeFile,
} from "@/lib/attachments/commands";
import { versionPlace } from "@/lib/attachments/queries";
import { refused } from "@/lib/attachments/rules";
import { record } from "@/lib/audit/record";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { getDataKey } from "@/lib/crypto/queries";
import { seal } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, RuleBroken } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { VersionReason } from "./labels";
import { getDocumentToChange, getVersionToRemove, titlePlace } from "./queries";
import { mostVersions, versionReasonFrom } from "./rules";
import type { AddDocument, RemoveVersion } from "./schema";

/** Says what a document is and whom it is for. Its file follows, by a form of its own. */
export async function addDocument(ctx: Context, input: AddDocument) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, input.caseId, "information:write");
  const { id: caseId, areaId, dataKeyId, reference } = caseRecord;
  const { title, marking, audience } = input;
  const named = audience === "named_organisations" ? [...new Set(input.namedOrganisationIds)] : [];
  await assertPartners(ctx, named);
  const id = crypto.randomUUID();
  const isSealed = audience === "chair_and_coordinator";
  const key = isSealed ? await getDataKey(ctx, dataKeyId) : null;
  await tx.document.createMany({
    data: {
      id,
      caseId,
      areaId,
      suppliedById: actor.organisationId,
      marking,
      audience,
      title: key ? null : title,
      sealedTitle: key ? seal(key, titlePlace(id), title) : null,
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  await tx.documentAudience.createMany({
    data: named.map((organisationId) => ({ documentId: id, organisationId, caseId, areaId })),
  });

  const facts = { documentId: id, marking, audience };
  await record(ctx, { type: "document.added", dataKeyId, facts });
  return { reference, documentId: id };
}

/** Only partners of this area are named (IS-06). */
async function assertPartners({ actor, tx }: Context, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return;
  const known = await tx.organisationArea.count({
    where: { areaId: actor.areaId, organisationId: { in: [...organisationIds] } },
  });
  if (known < organisationIds.length)
    throw new FieldsRefused({
      namedOrganisationIds: ["Select organisations that work in this area"],
    });
}

type Arrived = { reference: string; documentId: string; why: unknown; taken: TakenFile };

/** Reads what was posted before the transaction. Which document it is for stands in the address. */
export async function takeInVersion(
  posted: FormData | "too_large" | "lost",
  { reference, documentId }: { reference: string; documentId: string },
): Promise<Arrived> {
  const why = typeof posted === "string" ? null : posted.get("why");
  return { reference, documentId, why, taken: await takeFile(posted) };
}

/** Keeps a file as the next version of its document, sealed under the key of the case. */
export async function addVersion(ctx: Context, { documentId, why, taken }: Arrived) {
  if (!anId().safeParse(documentId).success) throw new NotFound("document", documentId);
  if ("refusal" in taken) throw taken.refusal;
  const document = await getDocumentToChange(ctx, documentId);
  const { versions } = document;
  const reason = versionReasonFrom(why, versions.length);
  if (!reason) throw refused("no_reason");
  if (versions.length >= mostVersions) throw refused("too_many_versions");
  await keepVersion(ctx, {
    documentId,
    case: document.case,
    number: versions.length + 1,
    why: reason,
    ...taken,
  });
}

type Kept = {
  documentId: string;
  case: Pick<CaseRecord, "id" | "areaId" | "dataKeyId">;
  number: number;
  why: VersionReason;
} & AcceptedFile;

/** One file, sealed under the key of its case. A virus is not kept. */
export async function keepVersion(ctx: Context, kept: Kept) {
  const { actor, tx, now } = ctx;
  const { documentId, number, why } = kept;
  const { id: caseId, areaId, dataKeyId } = kept.case;
  const id = crypto.randomUUID();
  const key = await getDataKey(ctx, dataKeyId);
  const { count } = await tx.documentVersion.createMany({
    data: {
      id,
      documentId,
      caseId,
      areaId,
      number,
      why,
      ...keptFile(key, versionPlace(id), kept, now),
      addedByHatId: actor.hatId,
      addedAt: now,
    },
    skipDuplicates: true, // the second of two at once is told, below
  });
  if (count === 0) throw refused("overtaken");

  const facts = { documentId, versionId: id, number, ...factsOf(kept) };
  await record(ctx, { type: "document.version_added", dataKeyId, facts });
}

/** Takes a version away: its bytes are gone, and it stays in the list with who and why. */
export async function removeVersion(ctx: Context, { versionId, reasons }: RemoveVersion) {
  const { actor, tx, now } = ctx;
  const { document, documentId, number } = await getVersionToRemove(ctx, versionId);
  const { count } = await tx.documentVersion.updateMany({
    where: { id: versionId, removedAt: null },
    data: { sealed: null, removedAt: now, removedByHatId: actor.hatId, removedWhy: reasons },
  });
  if (count === 0) throw new RuleBroken("Somebody else has just removed this version.");

  const { dataKeyId, reference } = document.case;
  const facts = { documentId, versionId, number };
  await record(ctx, { type: "document.version_removed", dataKeyId, facts });
  return { reference, documentId };
}
