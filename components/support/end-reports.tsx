import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

type Report = {
  id: string;
  done: string;
  changed: string;
  remains: string;
  suggested: string;
  held: number;
  missed: number;
  writtenAt: Date;
  providerHat: { user: { name: string } };
};

/** What a mentor said at the end, with what was counted on that day. */
export function EndReports({ reports }: { reports: Report[] }) {
  return reports.map((report) => (
    <SummaryCard
      key={report.id}
      title={`End report of ${report.providerHat.user.name}`}
      rows={[
        { key: "Sent", value: <Time at={report.writtenAt} /> },
        { key: "Sessions", value: `${report.held} held, ${report.missed} missed` },
        { key: "What was done", value: <Paragraphs text={report.done} /> },
        { key: "What has changed", value: <Paragraphs text={report.changed} /> },
        { key: "What remains", value: <Paragraphs text={report.remains} /> },
        { key: "What is suggested", value: <Paragraphs text={report.suggested} /> },
      ]}
    />
  ));
}
