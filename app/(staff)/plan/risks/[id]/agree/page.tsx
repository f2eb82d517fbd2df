import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRisk } from "@/lib/risks/queries";
import { AgreeForm } from "./agree-form";

export default async function AgreeRiskPage({ params }: PageProps<"/plan/risks/[id]/agree">) {
  const { id } = await params;
  const risk = await load((ctx) => getRisk(ctx, id, "risk:write"));
  const { reference, title, version } = risk;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Agree ${reference}`}</PageTitle>
      <AgreeForm riskId={id} reference={reference} title={title} version={`${version}`} />
    </Main>
  );
}
