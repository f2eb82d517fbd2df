import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAssessmentToStart } from "@/lib/benchmarks/queries";
import { load } from "@/lib/request/load";
import { HistoricForm } from "./historic-form";

export default async function HistoricPage() {
  await load(getAssessmentToStart);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/assessments">Back to self-assessment</BackLink>}
    >
      <PageTitle>Keep a record of 2008 to 2010</PageTitle>
      <HistoricForm />
    </Main>
  );
}
