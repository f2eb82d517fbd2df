import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getReportToEdit } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";
import { EditReportForm } from "./edit-report-form";

export default async function EditReportPage({ params }: PageProps<"/plan/reports/[id]/edit">) {
  const { id } = await params;
  const { report, bodies } = await load((ctx) => getReportToEdit(ctx, id));
  const { title, bodyId, purpose, author, contact, meetsDay, version } = report;
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
        boards={bodies.map((body) => ({ value: body.id, label: body.name }))}
        values={{
          ...{ title, bodyId: bodyId ?? "", purpose, author, contact, meetsDay: meetsDay ?? "" },
          version: `${version}`,
        }}
      />
    </Main>
  );
}
