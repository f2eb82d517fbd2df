import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRisk } from "@/lib/risks/queries";
import { CloseForm } from "./close-form";

export default async function CloseRiskPage({ params }: PageProps<"/plan/risks/[id]/close">) {
  const { id } = await params;
  const risk = await load((ctx) => getRisk(ctx, id, "risk:write"));
  const { reference, title, version } = risk;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/risks/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Close ${reference}`}</PageTitle>
      <CloseForm riskId={id} reference={reference} title={title} version={`${version}`} />
    </Main>
  );
}
