import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAssessmentToStart } from "@/lib/benchmarks/queries";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

export default async function StartAssessmentPage() {
  const { area, partnerships, years } = await load(getAssessmentToStart);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/assessments">Back to self-assessment</BackLink>}
    >
      <PageTitle>Begin a self-assessment</PageTitle>
      <StartForm coverage={{ area, partnerships: named }} years={years} />
    </Main>
  );
}
