import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getReportToWrite } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";
import { EditReportForm } from "./edit-report-form";

export default async function EditReportPage({ params }: PageProps<"/plan/reports/[id]/edit">) {
  const { id } = await params;
  const { report } = await load((ctx) => getReportToWrite(ctx, id));
  const { title, board, purpose, author, contact, meetsDay, version } = report;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}
    >
      <PageTitle>{`Change the details of ${report.reference}`}</PageTitle>
      <EditReportForm
        reportId={id}
        reference={report.reference}
        wasSent={report.status === "in_approval"}
        values={{
          ...{ title, board, purpose, author, contact, meetsDay: meetsDay ?? "" },
          version: `${version}`,
        }}
      />
    </Main>
  );
}
