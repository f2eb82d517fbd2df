import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getOpenAssessment } from "@/lib/benchmarks/queries";
import { load } from "@/lib/request/load";
import { SubmitForm } from "./submit-form";

export default async function SubmitPage({ params }: PageProps<"/plan/assessments/[id]/submit">) {
  const { id } = await params;
  const { scheme, year, of, version } = await load((ctx) => getOpenAssessment(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/assessments/${id}`}>Back to the self-assessment</BackLink>}
    >
      <PageTitle>{`Submit: ${scheme.title}, ${year}`}</PageTitle>
      <SubmitForm
        assessmentId={id}
        title={`${scheme.title}, ${of}, ${year}`}
        version={`${version}`}
      />
    </Main>
  );
}
