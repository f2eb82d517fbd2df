import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getSubmittedAssessment } from "@/lib/benchmarks/queries";
import { load } from "@/lib/request/load";
import { ReceiptForm } from "./receipt-form";

export default async function ReceiptPage({ params }: PageProps<"/plan/assessments/[id]/receipt">) {
  const { id } = await params;
  const { scheme, year, of, version } = await load((ctx) => getSubmittedAssessment(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/assessments/${id}`}>Back to the self-assessment</BackLink>}
    >
      <PageTitle>{`Receipt: ${scheme.title}, ${year}`}</PageTitle>
      <ReceiptForm
        assessmentId={id}
        title={`${scheme.title}, ${of}, ${year}`}
        version={`${version}`}
      />
    </Main>
  );
}
