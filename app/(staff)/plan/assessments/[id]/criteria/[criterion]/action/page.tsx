import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanForLowScore } from "@/lib/benchmarks/plan-actions/queries";
import { type Benchmark, benchmarkLabels, objectivesIn } from "@/lib/plans/labels";
import { load } from "@/lib/request/load";
import { LowScoreForm } from "./low-score-form";

type Props = PageProps<"/plan/assessments/[id]/criteria/[criterion]/action">;

const partOfToolkit = (code: string): Benchmark[] =>
  Object.hasOwn(benchmarkLabels, code) ? [code as Benchmark] : [];

export default async function LowScorePage({ params }: Props) {
  const { id, criterion: code } = await params;
  const { assessment, answer, plan } = await load((ctx) => getPlanForLowScore(ctx, id, code));
  const { ownerOrganisation, ownerRole } = answer;
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/assessments/${id}/criteria/${code}`}>Back to the criterion</BackLink>
      }
    >
      <PageTitle>{`Make it an action: ${answer.wording}`}</PageTitle>
      <LowScoreForm
        assessmentId={id}
        criterion={code}
        planId={plan.id}
        plan={plan.title}
        themes={plan.themes}
        objectives={objectivesIn[plan.objectiveScheme]}
        organisations={plan.organisations}
        areas={plan.areas}
        values={{
          text: `Raise "${answer.wording}" from ${assessment.scheme.levels[answer.level ?? 0]}`,
          proportionality: `The self-assessment of ${assessment.year} found this level.`,
          benchmarks: assessment.code === "toolkit" ? partOfToolkit(code) : [],
          ownerOrganisationId: ownerOrganisation?.id ?? "",
          ownerRole: ownerRole ?? "",
          workstream: "prevent",
        }}
      />
    </Main>
  );
}
