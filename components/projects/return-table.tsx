import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type Day, formatDayShort } from "@/lib/dates";
import { cellText } from "@/lib/insight/rules";
import { type ParticipantOutcome, participantOutcomes } from "@/lib/projects/labels";
import { type Counts, type Shown, wholeOf } from "@/lib/projects/rules";

type Return = {
  id: string;
  periodStart: Day;
  periodEnd: Day;
  dueDay: Day;
  recordedDay: Day | null;
  progress: string | null;
  shown: Shown | null;
  counts: readonly { outcome: string; people: number }[] | null;
};

type Props = { returns: readonly Return[]; today: Day; mayReport: boolean; isExact: boolean };

const outcomes = Object.keys(participantOutcomes) as ParticipantOutcome[];

function shownIn({ counts, shown }: Return): Shown | null {
  if (!counts) return shown;
  const exact = outcomes.map((code) => [
    code,
    counts.find(({ outcome }) => outcome === code)?.people ?? 0,
  ]);
  return wholeOf(Object.fromEntries(exact) as Counts);
}

/** What was reported for each period: how it went, and how many took part. */
export function ReturnTable({ returns, today, mayReport, isExact }: Props) {
  if (returns.length === 0) return null;
  const recorded = returns.flatMap((one) => {
    const cells = shownIn(one);
    return one.recordedDay && cells ? [{ ...one, cells }] : [];
  });
  return (
    <section>
      <Table
        caption="Monitoring returns"
        columns={[
          { text: "Period" },
          { text: "Due" },
          { text: "Recorded" },
          { text: "How it went" },
        ]}
        rows={returns.map((one) => ({
          key: one.id,
          cells: [
            `${formatDayShort(one.periodStart)} to ${formatDayShort(one.periodEnd)}`,
            <Due
              key="due"
              day={one.dueDay}
              today={today}
              isOverdue={!one.recordedDay && one.dueDay < today}
            />,
            one.recordedDay ? (
              <Time key="recorded" day={one.recordedDay} short />
            ) : mayReport && one.periodEnd < today ? (
              <Link key="record" href={`/plan/projects/returns/${one.id}`}>
                Record it
                <span className="govuk-visually-hidden">
                  {` for ${formatDayShort(one.periodStart)} to ${formatDayShort(one.periodEnd)}`}
                </span>
              </Link>
            ) : (
              "Not yet"
            ),
            one.progress ?? "Nothing yet",
          ],
        }))}
      />
      {recorded.length > 0 && (
        <>
          <Table
            caption="How many took part"
            columns={[
              { text: "Period" },
              ...outcomes.map((code) => ({ text: participantOutcomes[code], numeric: true })),
              { text: "All", numeric: true },
            ]}
            rows={recorded.map((one) => ({
              key: one.id,
              cells: [
                `${formatDayShort(one.periodStart)} to ${formatDayShort(one.periodEnd)}`,
                ...outcomes.map((code) => cellText(one.cells.cells[code])),
                cellText(one.cells.total),
              ],
            }))}
          />
          <p className="govuk-body-s">
            {isExact
              ? "Numbers only. Those who oversee the plan see no number under 5."
              : "Small numbers are not shown, and where one is hidden the largest is shown as a range."}
          </p>
        </>
      )}
    </section>
  );
}
