import "server-only";

import { authorize, can, mayReadItem } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import type { ScanState } from "@/lib/attachments/labels";
import { openKept, versionPlace } from "@/lib/attachments/queries";
import { record } from "@/lib/audit/record";
import type { Marking } from "@/lib/cases/labels";
import { type CaseRecord, caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { getDataKey } from "@/lib/crypto/queries";
import { open } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { Audience } from "@/lib/information/labels";
import { anId } from "@/lib/schema";
import type { VersionReason } from "./labels";
import { currentVersion, downloadName, mayChangeDocument } from "./rules";

export const documentsOnAPage = 25;

export const titlePlace = (documentId: string): string => `documents.sealed_title.${documentId}`;

const versionFacts = {
  id: true,
  number: true,
  why: true,
  contentType: true,
  bytes: true,
  scan: true,
  addedAt: true,
  removedAt: true,
  removedWhy: true,
  addedByHat: { select: { user: { select: { name: true } } } },
  removedByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.DocumentVersionSelect;

const documentFacts = {
  id: true,
  marking: true,
  audience: true,
  title: true,
  sealedTitle: true,
  suppliedById: true,
  addedAt: true,
  consentId: true,
  supplier: { select: { name: true } },
  documentAudience: { select: { organisationId: true } },
} satisfies Prisma.DocumentSelect;

type FoundVersion = Prisma.DocumentVersionGetPayload<{ select: typeof versionFacts }>;
type FoundDocument = Prisma.DocumentGetPayload<{ select: typeof documentFacts }>;

const toVersion = ({ why, scan, addedAt, addedByHat, removedByHat, ...row }: FoundVersion) => ({
  ...row,
  why: why as VersionReason,
  scan: scan as ScanState,
  addedOn: dayOf(addedAt),
  addedBy: addedByHat.user.name,
  removedOn: row.removedAt && dayOf(row.removedAt),
  removedBy: removedByHat?.user.name ?? null,
});

/** The policy is asked too, though the row policies have answered: outside its audience a document is absent. */
const isForReader = (
  ctx: Context,
  { parties }: Pick<CaseRecord, "parties">,
  found: FoundDocument,
) =>
  // A signed form is for those who may see the consent, and for nobody else.
  (found.consentId === null || can(ctx.actor, "consent:read", parties)) &&
  mayReadItem(ctx.actor, parties, {
    audience: found.audience as Audience,
    supplierId: found.suppliedById,
    namedOrganisationIds: found.documentAudience.map(({ organisationId }) => organisationId),
    wasAsked: false,
  });

/** Titles in words. The case's key is fetched only when one is sealed. */
async function titled<Row extends FoundDocument>(ctx: Context, dataKeyId: string, rows: Row[]) {
  const isSealed = rows.some(({ sealedTitle }) => sealedTitle !== null);
  const key = isSealed ? await getDataKey(ctx, dataKeyId) : null;
  return rows.map(({ sealedTitle, title, documentAudience: _, ...row }) => ({
    ...row,
    title:
      key && sealedTitle ? open(key, titlePlace(row.id), sealedTitle).toString() : (title ?? ""),
    marking: row.marking as Marking,
    audience: row.audience as Audience,
    addedOn: dayOf(row.addedAt),
  }));
}

/** The documents of a case that this reader may see, and the file of each that counts now. */
export async function viewDocuments(ctx: Context, reference: string, page: number) {
  const caseRecord = await getCase(ctx, reference, "information:read");
  const { id: caseId, dataKeyId, parties } = caseRecord;
  const total = await ctx.tx.document.count({ where: { caseId } });
  const rows = await ctx.tx.document.findMany({
    where: { caseId },
    orderBy: [{ addedAt: "desc" }, { id: "desc" }],
    take: documentsOnAPage,
    skip: (page - 1) * documentsOnAPage,
    select: {
      ...documentFacts,
      documentVersions: { orderBy: { number: "desc" }, select: versionFacts },
    },
  });
  const readable = rows.filter((row) => isForReader(ctx, caseRecord, row));
  const documents = await titled(ctx, dataKeyId, readable);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "documents", documents: documents.length },
  });
  return {
    documents: documents.map(({ documentVersions, ...document }) => ({
      ...document,
      current: currentVersion(documentVersions.map(toVersion)),
    })),
    total,
    mayAdd: can(ctx.actor, "information:write", parties),
  };
}

/** What the form that adds a document needs to know. */
export async function getCaseToAddDocument(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "information:write");
  return { caseId, partners: await listPartners(ctx) };
}

/** A document in whose audience the reader is, with its case. Anything else is not there. */
async function getDocument(ctx: Context, documentId: string) {
  const absent = new NotFound("document", documentId);
  if (!anId().safeParse(documentId).success) throw absent;
  const found = await ctx.tx.document.findUnique({
    where: { id: documentId },
    select: {
      ...documentFacts,
      documentVersions: { orderBy: { number: "desc" }, select: versionFacts },
      case: { select: caseFacts(ctx.actor) },
    },
  });
  if (!found) throw absent;
  const caseRecord = toCaseRecord(found.case);
  authorize(ctx.actor, "information:read", caseRecord.parties);
  if (!isForReader(ctx, caseRecord, found)) throw absent;
  const { documentVersions, case: _, ...row } = found;
  return { ...row, case: caseRecord, versions: documentVersions.map(toVersion) };
}

/** The same for whoever may replace it or take a version away, held until the transaction ends. */
export async function getDocumentToChange(ctx: Context, documentId: string) {
  const found = await getDocument(ctx, documentId);
  authorize(ctx.actor, "information:write", found.case.parties);
  if (!mayChangeDocument(ctx.actor, found)) throw new NotFound("document", documentId);
  return found;
}

/** A document with all of its versions: those that were replaced or removed stay in the list. */
export async function viewDocument(ctx: Context, reference: string, documentId: string) {
  const found = await getDocument(ctx, documentId);
  const { case: caseRecord, versions, ...row } = found;
  if (caseRecord.reference !== reference) throw new NotFound("document", documentId);
  const [document] = await titled(ctx, caseRecord.dataKeyId, [row]);
  if (!document) throw new NotFound("document", documentId);
  const mayWrite = can(ctx.actor, "information:write", caseRecord.parties);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "documents", documentId },
  });
  return {
    ...document,
    versions,
    current: currentVersion(versions),
    mayChange: mayWrite && mayChangeDocument(ctx.actor, found),
  };
}

/** A version that can still be removed, for whoever may. */
export async function getVersionToRemove(ctx: Context, versionId: string) {
  const absent = new NotFound("version", versionId);
  if (!anId().safeParse(versionId).success) throw absent;
  const found = await ctx.tx.documentVersion.findFirst({
    where: { id: versionId, removedAt: null },
    select: { documentId: true, number: true },
  });
  if (!found) throw absent;
  const document = await getDocumentToChange(ctx, found.documentId);
  return { ...found, document };
}

/** The same, for the page that asks why. */
export async function viewVersionToRemove(ctx: Context, reference: string, versionId: string) {
  const { number, documentId, document } = await getVersionToRemove(ctx, versionId);
  if (document.case.reference !== reference) throw new NotFound("version", versionId);
  return { number, documentId };
}

/** The bytes of a version, for whoever may read its document. What is held or removed is not there. */
export async function openVersion(ctx: Context, versionId: string) {
  const absent = new NotFound("version", versionId);
  if (!anId().safeParse(versionId).success) throw absent;
  const found = await ctx.tx.documentVersion.findFirst({
    where: { id: versionId, removedAt: null },
    select: { documentId: true, contentType: true, scan: true, sealed: true, number: true },
  });
  if (!found) throw absent;
  const { case: caseRecord, versions: _, ...row } = await getDocument(ctx, found.documentId);
  const bytes = await openKept(ctx, caseRecord.dataKeyId, versionPlace(versionId), found);
  const [document] = await titled(ctx, caseRecord.dataKeyId, [row]);

  await record(ctx, {
    type: "document.opened",
    dataKeyId: caseRecord.dataKeyId,
    facts: { versionId, documentId: found.documentId, reference: caseRecord.reference },
  });
  const { contentType } = found;
  return { name: downloadName(document?.title ?? "", contentType), contentType, bytes };
}
