import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ReportBoard } from "@/components/reports/report-board";
import { ReportDay } from "@/components/reports/report-day";
import { ReportStatusTag } from "@/components/reports/report-status";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { purposeLabels } from "@/lib/reports/labels";
import { listReports, type ReportRecord } from "@/lib/reports/queries";
import { readReportAddress } from "@/lib/reports/schema";
import { load } from "@/lib/request/load";

export default async function ReportsPage({ searchParams }: PageProps<"/plan/reports">) {
  const { body } = readReportAddress(await searchParams);
  const seen = await load((ctx) => listReports(ctx, body));
  const { reports, waiting, mayWrite, mayReadConsultations } = seen;
  const board = reports[0]?.body;
  if (body)
    return (
      <Main back={<BackLink href={`/meetings/bodies/${body}`}>Back to the body</BackLink>}>
        <PageTitle>Reports put to a body</PageTitle>
        <PageHeading caption={board?.name}>Reports put to this body</PageHeading>
        <Reports
          caption="Reports"
          reports={reports}
          empty="No report to this body is there for you to read."
        />
        <p className="govuk-body">
          <Link href="/plan/reports">All reports to boards</Link>
        </p>
      </Main>
    );
  return (
    <Main back={<BackLink href="/home">Back to home</BackLink>}>
      <PageTitle>Reports to boards</PageTitle>
      <PageHeading>Reports to boards</PageHeading>
      {mayWrite && <LinkButton href="/plan/reports/new">Start a report</LinkButton>}
      {mayReadConsultations && (
        <p className="govuk-body app-no-print">
          <Link href="/plan/consultations">Responses to government consultations</Link>
        </p>
      )}
      {waiting.length > 0 && (
        <Reports caption="Waiting for your approval" reports={waiting} empty="" />
      )}
      <Reports
        caption="Reports"
        reports={reports}
        empty={
          mayWrite
            ? "There is no report yet. The quarter’s report writes most of itself: start one."
            : "There is no report for you to read yet."
        }
      />
    </Main>
  );
}

const columns = [
  { text: "Report" },
  { text: "To" },
  { text: "For" },
  { text: "Status" },
  { text: "Date" },
];

type Props = { caption: string; reports: ReportRecord[]; empty: string };

function Reports({ caption, reports, empty }: Props) {
  return (
    <Table
      caption={caption}
      columns={columns}
      empty={empty}
      rows={reports.map((report) => ({
        key: report.id,
        cells: [
          <Link key="link" href={`/plan/reports/${report.id}`}>
            {report.title}
          </Link>,
          <ReportBoard key="board" report={report} />,
          purposeLabels[report.purpose],
          <ReportStatusTag key="status" status={report.status} />,
          <ReportDay key="day" report={report} />,
        ],
      }))}
    />
  );
}
