import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getRoundToComment } from "@/lib/plans/consultation/queries";
import { readConsultationAddress } from "@/lib/plans/consultation/schema";
import { load } from "@/lib/request/load";
import { CommentForm } from "./comment-form";

type Props = PageProps<"/plan/consultation/rounds/[round]/comment">;

export default async function MakeCommentPage({ params, searchParams }: Props) {
  const { round: roundId } = await params;
  const { action } = readConsultationAddress(await searchParams);
  const { round, lines } = await load((ctx) => getRoundToComment(ctx, roundId, "comment:make"));
  const { plan, question } = round;
  const back = `/plan/consultation?plan=${plan.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the consultation</BackLink>}>
      <PageTitle>Make a comment</PageTitle>
      <CommentForm
        roundId={roundId}
        planId={plan.id}
        title={plan.title}
        question={question}
        lines={lines}
        line={action ? `action-${action}` : ""}
      />
    </Main>
  );
}
