import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCaseToSupport } from "@/lib/support/sessions/queries";
import { ReportForm } from "./report-form";

export default async function ReportPage({ params }: PageProps<"/cases/[ref]/support/report">) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToSupport(ctx, ref, "end_report:write"));
  return (
    <>
      <PageTitle>{`End report on ${found.reference}`}</PageTitle>
      <ReportForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
