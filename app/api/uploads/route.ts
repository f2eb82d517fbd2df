import { attachFile, takeIn } from "@/lib/attachments/commands";
import { mostBytesPosted } from "@/lib/attachments/rules";
import { attachSignedForm, takeInSignedForm } from "@/lib/consent/signed/commands";
import { addVersion, takeInVersion } from "@/lib/documents/commands";
import { keepImport, takeInPlan } from "@/lib/plans/imports/commands";
import { receive } from "@/lib/request/receive";

/** A file for a draft, from a plain form. The proxy lets it stream past, so the door asks for the origin itself. */
const forDraft = (request: Request, draft: string | null) =>
  receive(request, {
    mostBytes: mostBytesPosted,
    prepare: (posted) => takeIn(posted, draft),
    command: attachFile,
    back: ({ draftId }, problem) =>
      draftId
        ? `/referrals/drafts/${draftId}/files?${problem ? `problem=${problem}` : "done=added"}`
        : "/referrals",
  });

/** The same for a document of a case. */
const forDocument = (request: Request, named: { reference: string; documentId: string }) =>
  receive(request, {
    mostBytes: mostBytesPosted,
    prepare: (posted) => takeInVersion(posted, named),
    command: addVersion,
    back: ({ reference, documentId }, problem) =>
      `/cases/${encodeURIComponent(reference)}/documents/${encodeURIComponent(documentId)}?${problem ? `problem=${problem}` : "done=version"}`,
  });

/** The same for the signed form of a consent. */
const forConsent = (request: Request, named: { reference: string; consentId: string }) =>
  receive(request, {
    mostBytes: mostBytesPosted,
    prepare: (posted) => takeInSignedForm(posted, named),
    command: attachSignedForm,
    back: ({ reference, consentId }, problem) =>
      `/cases/${encodeURIComponent(reference)}/consent/signed/${encodeURIComponent(consentId)}?${problem ? `problem=${problem}` : "done=form_added"}`,
  });

/** The same for a spreadsheet that becomes a plan. */
const forPlan = (request: Request, planId: string) =>
  receive(request, {
    mostBytes: mostBytesPosted,
    prepare: (posted) => takeInPlan(posted, planId),
    command: keepImport,
    back: ({ importId }, problem) =>
      problem
        ? `/plan/import?plan=${encodeURIComponent(planId)}&problem=${problem}`
        : `/plan/import/${importId}/columns`,
  });

export function POST(request: Request) {
  const { searchParams } = new URL(request.url);
  const planId = searchParams.get("plan");
  if (planId) return forPlan(request, planId);
  const reference = searchParams.get("case") ?? "";
  const consentId = searchParams.get("consent");
  if (consentId) return forConsent(request, { reference, consentId });
  const documentId = searchParams.get("document");
  return documentId
    ? forDocument(request, { reference, documentId })
    : forDraft(request, searchParams.get("draft"));
}
