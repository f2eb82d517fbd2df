import "server-only";

import type { ScanState } from "@/lib/attachments/labels";
import { getCase, getCaseById } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { currentVersion } from "@/lib/documents/rules";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";

/** The files of an entry of the ledger, in the order in which they came. */
export const signedFacts = {
  orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  select: {
    id: true,
    documentVersions: {
      orderBy: { number: "desc" },
      select: { number: true, sha256: true, scan: true, removedAt: true },
    },
  },
} satisfies Prisma.Consent$documentsArgs;

type Found = Prisma.DocumentGetPayload<typeof signedFacts>;

export function toSignedForm({ id, documentVersions }: Found) {
  const current = currentVersion(documentVersions);
  return { id, sha256: current?.sha256 ?? null, scan: current && (current.scan as ScanState) };
}

/** The signed form of a consent, as the files that it came in. */
export async function listSignedForms({ tx }: Context, consentId: string) {
  const found = await tx.document.findMany({
    where: { consentId },
    take: 100,
    ...signedFacts,
    select: signedFacts.select,
  });
  return found.map(toSignedForm);
}

/** A consent that was given, for whoever may add its signed form. */
export async function getConsentToAttach(ctx: Context, consentId: string) {
  const absent = new NotFound("consent", consentId);
  if (!anId().safeParse(consentId).success) throw absent;
  const found = await ctx.tx.consent.findUnique({
    where: { id: consentId },
    select: { id: true, caseId: true, state: true, onDay: true, details: true },
  });
  if (found?.state !== "given") throw absent;
  const caseRecord = await getCaseById(ctx, found.caseId, "consent:record");
  const { givenBy } = found.details as { givenBy?: string };
  return { id: found.id, onDay: fromDateColumn(found.onDay), givenBy, case: caseRecord };
}

/** The same for the page that takes the file, with what is there already. */
export async function viewConsentToAttach(ctx: Context, reference: string, consentId: string) {
  await getCase(ctx, reference, "consent:record");
  const { case: caseRecord, ...consent } = await getConsentToAttach(ctx, consentId);
  if (caseRecord.reference !== reference) throw new NotFound("consent", consentId);
  return { ...consent, reference, forms: await listSignedForms(ctx, consentId) };
}
