import { attachFile, takeIn } from "@/lib/attachments/commands";
import { mostBytesPosted } from "@/lib/attachments/rules";
import { addVersion, takeInVersion } from "@/lib/documents/commands";
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

export function POST(request: Request) {
  const { searchParams } = new URL(request.url);
  const documentId = searchParams.get("document");
  return documentId
    ? forDocument(request, { reference: searchParams.get("case") ?? "", documentId })
    : forDraft(request, searchParams.get("draft"));
}
