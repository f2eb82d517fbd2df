import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewDraft } from "@/lib/referrals/drafts/queries";
import { openDraft } from "../open-draft";
import { DiscardForm } from "./discard-form";

export default async function DiscardPage({ params }: PageProps<"/referrals/drafts/[id]/discard">) {
  const { id } = await params;
  await openDraft((ctx) => viewDraft(ctx, id));
  const here = `/referrals/drafts/${id}`;
  return (
    <Main back={<BackLink href={here}>Back to the list of pages</BackLink>} width="two-thirds">
      <PageTitle>Delete this draft</PageTitle>
      <DiscardForm draftId={id} />
    </Main>
  );
}
