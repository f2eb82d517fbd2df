import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEdition } from "@/lib/profile/queries";
import { load } from "@/lib/request/load";
import { SummaryForm } from "./summary-form";

export default async function WriteSummaryPage({
  params,
}: PageProps<"/plan/profile/[id]/summary">) {
  const { id } = await params;
  const edition = await load((ctx) => getEdition(ctx, id, "profile:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/profile/${id}`}>Back to {edition.reference}</BackLink>}
    >
      <PageTitle>{`Summary of ${edition.reference}`}</PageTitle>
      <SummaryForm editionId={id} reference={edition.reference} />
    </Main>
  );
}
