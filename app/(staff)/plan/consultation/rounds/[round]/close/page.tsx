import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getRound } from "@/lib/plans/consultation/queries";
import { load } from "@/lib/request/load";
import { CloseRoundForm } from "./close-round-form";

type Props = PageProps<"/plan/consultation/rounds/[round]/close">;

export default async function CloseRoundPage({ params }: Props) {
  const { round: roundId } = await params;
  const { plan } = await load((ctx) => getRound(ctx, roundId, "plan:write"));
  const back = `/plan/consultation?plan=${plan.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the consultation</BackLink>}>
      <PageTitle>Close the consultation</PageTitle>
      <CloseRoundForm roundId={roundId} planId={plan.id} title={plan.title} />
    </Main>
  );
}
