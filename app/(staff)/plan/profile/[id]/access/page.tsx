import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAccessToReview } from "@/lib/profile/queries";
import { load } from "@/lib/request/load";
import { ReviewAccessForm } from "./review-access-form";

export default async function ReviewAccessPage({ params }: PageProps<"/plan/profile/[id]/access">) {
  const { id } = await params;
  const { edition, access } = await load((ctx) => getAccessToReview(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/profile/${id}`}>Back to {edition.reference}</BackLink>}
    >
      <PageTitle>{`Access list for ${edition.reference}`}</PageTitle>
      <ReviewAccessForm
        editionId={id}
        reference={edition.reference}
        access={access.map(({ id: entryId, post, organisation, reason }) => ({
          id: entryId,
          post,
          organisation,
          reason,
        }))}
      />
    </Main>
  );
}
