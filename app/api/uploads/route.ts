import { attachFile, takeIn } from "@/lib/attachments/commands";
import { mostBytesPosted } from "@/lib/attachments/rules";
import { receive } from "@/lib/request/receive";

/** A file for a draft, from a plain form. The proxy lets it stream past, so the door asks for the origin itself. */
export const POST = (request: Request) =>
  receive(request, {
    mostBytes: mostBytesPosted,
    prepare: (posted) => takeIn(posted, new URL(request.url).searchParams.get("draft")),
    command: attachFile,
    back: ({ draftId }, problem) =>
      draftId
        ? `/referrals/drafts/${draftId}/files?${problem ? `problem=${problem}` : "done=added"}`
        : "/referrals",
  });
