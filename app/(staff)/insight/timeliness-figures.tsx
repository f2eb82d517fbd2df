import { BarChart } from "@/components/charts/bar-chart";
import { Table } from "@/components/ui/table";
import { clockKinds } from "@/lib/clocks/labels";
import type { PeriodChoice } from "@/lib/insight/periods/rules";
import type { Timeliness } from "@/lib/insight/publication/rules";
import { cellText, type Rate, rate, rateText } from "@/lib/insight/rules";

type Props = {
  timeliness: { now: Timeliness[]; before: Timeliness[] | null };
  period: PeriodChoice;
};

/** REP-02: what was done in time, by the limits of the process. */
export function TimelinessFigures({ timeliness: { now, before }, period }: Props) {
  const shareOf = ({ met, total }: Timeliness) => rate(met, total);
  const earlier = (kind: string) => before?.find((one) => one.kind === kind);
  const known = now.filter((one) => tellsSomething(shareOf(one)));
  const late = known.filter((one) => (shareOf(one)?.high ?? 100) < 90).length;
  return (
    <section>
      <h2 className="govuk-heading-m">Time limits</h2>
      {known.length === 0 && (
        <p className="govuk-body">Too few time limits ended to show a share of any.</p>
      )}
      {known.length > 0 && (
        <BarChart
          title={
            late === 0
              ? "Every time limit may have been met nine times in ten"
              : `${late} of ${known.length} time limits were met less than nine times in ten`
          }
          subtitle={`Share of time limits met, of those that ended in ${period.label}. A range is drawn at its least.`}
          of={[
            "Time limit",
            "Met in time",
            period.kind === "quarter" ? "Quarter before" : "Year before",
          ]}
          bars={known.map((one) => {
            const previous = earlier(one.kind);
            return {
              label: clockKinds[one.kind],
              value: shareOf(one)?.low ?? null,
              text: rateText(shareOf(one)),
              before: previous ? rateText(shareOf(previous)) : "No figure",
            };
          })}
        />
      )}
      <Table
        caption="Time limits met and missed"
        captionSize="s"
        columns={[
          { text: "Time limit" },
          { text: "Met", numeric: true },
          { text: "Missed", numeric: true },
          { text: "All", numeric: true },
        ]}
        rows={now.map(({ kind, met, missed, total }) => ({
          key: kind,
          cells: [clockKinds[kind], cellText(met), cellText(missed), cellText(total)],
        }))}
      />
    </section>
  );
}

/** "0% to 100%" is no figure to draw. */
const tellsSomething = (share: Rate | null) => share !== null && share.low > 0;
