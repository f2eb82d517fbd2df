import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getRoundToComment } from "@/lib/plans/consultation/queries";
import { load } from "@/lib/request/load";
import { EnterForm } from "./enter-form";

type Props = PageProps<"/plan/consultation/rounds/[round]/enter">;

export default async function EnterCommentPage({ params }: Props) {
  const { round: roundId } = await params;
  const { round, lines } = await load((ctx) => getRoundToComment(ctx, roundId, "plan:write"));
  const { plan } = round;
  const back = `/plan/consultation?plan=${plan.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the consultation</BackLink>}>
      <PageTitle>Write down a comment</PageTitle>
      <EnterForm roundId={roundId} planId={plan.id} title={plan.title} lines={lines} />
    </Main>
  );
}
