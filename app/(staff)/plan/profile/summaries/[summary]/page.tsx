import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getSummary } from "@/lib/profile/summaries/queries";
import { load } from "@/lib/request/load";
import { ClearForm } from "./clear-form";

type Props = PageProps<"/plan/profile/summaries/[summary]">;

export default async function ClearSummaryPage({ params }: Props) {
  const { summary } = await params;
  const { id, editionId, body } = await load((ctx) => getSummary(ctx, summary));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/profile/${editionId}`}>Back to the edition</BackLink>}
    >
      <PageTitle>Record that a summary was cleared</PageTitle>
      <ClearForm summaryId={id} editionId={editionId} body={body} />
    </Main>
  );
}
