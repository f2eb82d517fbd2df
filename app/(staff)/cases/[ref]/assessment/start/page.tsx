import { PageTitle } from "@/components/ui/page-title";
import { getCaseToAssess } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

export default async function StartAssessmentPage({
  params,
}: PageProps<"/cases/[ref]/assessment/start">) {
  const { ref } = await params;
  const { caseId, frameworks } = await load((ctx) => getCaseToAssess(ctx, ref));
  return (
    <>
      <PageTitle>{`Start an assessment of case ${ref}`}</PageTitle>
      <StartForm caseId={caseId} reference={ref} frameworks={frameworks} />
    </>
  );
}
