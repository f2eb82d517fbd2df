import { attachFile, takeIn } from "@/lib/attachments/commands";
import { getDraftForFiles } from "@/lib/attachments/queries";
import { mostBytesPosted } from "@/lib/attachments/rules";
import { attachSignedForm, takeInSignedForm } from "@/lib/consent/signed/commands";
import { getConsentToAttach } from "@/lib/consent/signed/queries";
import { addVersion, takeInVersion } from "@/lib/documents/commands";
import { getDocumentToChange } from "@/lib/documents/queries";
import { addPaperFile, takeInPaper } from "@/lib/governance/papers/commands";
import { getPaperToFile } from "@/lib/governance/papers/queries";
import { keepImport, takeInPlan } from "@/lib/plans/imports/commands";
import { getPlanToImport } from "@/lib/plans/imports/queries";
import { receive, upload } from "@/lib/request/receive";

const mostBytes = mostBytesPosted;

/** A file for a draft, from a plain form. The proxy lets it stream past, so the door asks for the origin itself. */
const forDraft = (draft: string) => {
  const page = `/referrals/drafts/${encodeURIComponent(draft)}/files`;
  return upload({
    mostBytes,
    ask: (ctx) => getDraftForFiles(ctx, draft),
    prepare: (posted) => takeIn(posted, draft),
    command: attachFile,
    next: () => `${page}?done=added`,
    back: (problem) => (draft ? `${page}?problem=${problem}` : "/referrals"),
  });
};

/** The same for a document of a case. */
const forDocument = (named: { reference: string; documentId: string }) => {
  const { reference, documentId } = named;
  const page = `/cases/${encodeURIComponent(reference)}/documents/${encodeURIComponent(documentId)}`;
  return upload({
    mostBytes,
    ask: (ctx) => getDocumentToChange(ctx, documentId),
    prepare: (posted) => takeInVersion(posted, named),
    command: addVersion,
    next: () => `${page}?done=version`,
    back: (problem) => `${page}?problem=${problem}`,
  });
};

/** The same for the signed form of a consent. */
const forConsent = (named: { reference: string; consentId: string }) => {
  const { reference, consentId } = named;
  const page = `/cases/${encodeURIComponent(reference)}/consent/signed/${encodeURIComponent(consentId)}`;
  return upload({
    mostBytes,
    ask: (ctx) => getConsentToAttach(ctx, consentId),
    prepare: (posted) => takeInSignedForm(posted, named),
    command: attachSignedForm,
    next: () => `${page}?done=form_added`,
    back: (problem) => `${page}?problem=${problem}`,
  });
};

/** The same for a spreadsheet that becomes a plan. */
const forPlan = (planId: string) =>
  upload({
    mostBytes,
    ask: (ctx) => getPlanToImport(ctx, planId),
    prepare: (posted) => takeInPlan(posted, planId),
    command: keepImport,
    next: ({ importId }) => `/plan/import/${importId}/columns`,
    back: (problem) => `/plan/import?plan=${encodeURIComponent(planId)}&problem=${problem}`,
  });

/** The same for a paper of a meeting of a body. */
const forPaper = (paperId: string) => {
  const page = `/meetings/governance/papers/${encodeURIComponent(paperId)}`;
  return upload({
    mostBytes,
    ask: (ctx) => getPaperToFile(ctx, paperId),
    prepare: (posted) => takeInPaper(posted, paperId),
    command: addPaperFile,
    next: () => `${page}?done=paper_file_added`,
    back: (problem) => `${page}?problem=${problem}`,
  });
};

function uploadFor(asked: URLSearchParams) {
  const planId = asked.get("plan");
  if (planId) return forPlan(planId);
  const paperId = asked.get("paper");
  if (paperId) return forPaper(paperId);
  const reference = asked.get("case") ?? "";
  const consentId = asked.get("consent");
  if (consentId) return forConsent({ reference, consentId });
  const documentId = asked.get("document");
  return documentId ? forDocument({ reference, documentId }) : forDraft(asked.get("draft") ?? "");
}

export const POST = (request: Request) =>
  receive(request, uploadFor(new URL(request.url).searchParams));
