import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getCriterionToChallenge } from "@/lib/benchmarks/challenges/queries";
import { load } from "@/lib/request/load";
import { ChallengeForm } from "./challenge-form";

type Props = PageProps<"/plan/assessments/[id]/criteria/[criterion]/challenge">;

export default async function ChallengePage({ params }: Props) {
  const { id, criterion } = await params;
  const { assessment, answer } = await load((ctx) => getCriterionToChallenge(ctx, id, criterion));
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/assessments/${id}/criteria/${criterion}`}>
          Back to the criterion
        </BackLink>
      }
    >
      <PageTitle>{`Say whether the level is right: ${answer.wording}`}</PageTitle>
      <ChallengeForm
        assessmentId={id}
        criterion={criterion}
        wording={answer.wording}
        level={assessment.scheme.levels[answer.level ?? 0] ?? ""}
      />
    </Main>
  );
}
