import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getChallenge } from "@/lib/benchmarks/challenges/queries";
import { verdictLabels } from "@/lib/benchmarks/labels";
import { load } from "@/lib/request/load";
import { ReplyForm } from "./reply-form";

type Props = PageProps<"/plan/assessments/challenges/[challengeId]">;

export default async function ReplyPage({ params }: Props) {
  const { challengeId } = await params;
  const { assessment, answer, challenge } = await load((ctx) => getChallenge(ctx, challengeId));
  const back = `/plan/assessments/${assessment.id}/criteria/${answer.criterion}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the criterion</BackLink>}>
      <PageTitle>{`Answer ${challenge.by}: ${answer.wording}`}</PageTitle>
      <ReplyForm
        challengeId={challengeId}
        back={back}
        wording={answer.wording}
        by={challenge.by}
        verdict={verdictLabels[challenge.verdict]}
        note={challenge.note}
      />
    </Main>
  );
}
