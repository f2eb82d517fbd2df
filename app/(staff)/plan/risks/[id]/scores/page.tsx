import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRisk } from "@/lib/risks/queries";
import { ScoreForm } from "./score-form";

export default async function ScoreRiskPage({ params }: PageProps<"/plan/risks/[id]/scores">) {
  const { id } = await params;
  const risk = await load((ctx) => getRisk(ctx, id, "risk:write"));
  const { reference, title, version } = risk;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Score ${reference}`}</PageTitle>
      <ScoreForm riskId={id} reference={reference} title={title} version={`${version}`} />
    </Main>
  );
}
