import { ReportDay } from "@/components/reports/report-day";
import { ReportStatusTag } from "@/components/reports/report-status";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Day } from "@/lib/dates";
import { type Purpose, purposeLabels, type ReportStatus } from "@/lib/reports/labels";

type Report = {
  id: string;
  title: string;
  purpose: Purpose;
  status: ReportStatus;
  meetsDay: Day | null;
  publishedDay: Day | null;
};
type Props = { bodyId: string; reports: readonly Report[]; hasMore: boolean };

/** The newest reports that were put to a body. */
export const PutReports = ({ bodyId, reports, hasMore }: Props) => (
  <>
    <Table
      caption="Reports put to it"
      keepsCaption
      empty=""
      columns={[{ text: "Report" }, { text: "For" }, { text: "Status" }, { text: "Date" }]}
      rows={reports.map((report) => ({
        key: report.id,
        cells: [
          <Link key="report" href={`/plan/reports/${report.id}`}>
            {report.title}
          </Link>,
          purposeLabels[report.purpose],
          <ReportStatusTag key="status" status={report.status} />,
          <ReportDay key="day" report={report} />,
        ],
      }))}
    />
    {hasMore && (
      <p className="govuk-body app-no-print">
        <Link href={`/plan/reports?body=${bodyId}`}>All reports put to it</Link>
      </p>
    )}
  </>
);
