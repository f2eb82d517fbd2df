import { Due } from "@/components/plans/due";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Details } from "@/components/ui/text";
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
  counts: Counted;
  by: string | null;
  correctedDay: Day | null;
  correctedBecause: string | null;
  before: readonly Before[];
};
type Counted = readonly { outcome: string; people: number }[] | null;
type Before = {
  number: number;
  progress: string;
  writtenDay: Day;
  by: string;
  because: string | null;
  counts: Counted;
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

const periodOf = ({ periodStart, periodEnd }: Pick<Return, "periodStart" | "periodEnd">) =>
  `${formatDayShort(periodStart)} to ${formatDayShort(periodEnd)}`;

/** How it went, and, where that was corrected, why, by whom, and what it said before. */
function Said({ progress, by, correctedDay, correctedBecause, before }: Return) {
  if (!correctedDay) return progress ?? "Nothing yet";
  return (
    <>
      <p className="govuk-body">{progress}</p>
      <p className="govuk-body-s">
        Corrected on <Time day={correctedDay} short /> by {by}: {correctedBecause}
      </p>
      <Details summary="What it said before">
        {before.map((one) => (
          <div key={one.number}>
            <p className="govuk-body-s">
              Written on <Time day={one.writtenDay} short /> by {one.by}
              {one.because && `, as a correction: ${one.because}`}
            </p>
            <p className="govuk-body">{one.progress}</p>
            {one.counts && <p className="govuk-body-s">{numbersOf(one.counts)}</p>}
          </div>
        ))}
      </Details>
    </>
  );
}

const numbersOf = (counts: NonNullable<Counted>): string =>
  outcomes
    .map((code) => {
      const people = counts.find(({ outcome }) => outcome === code)?.people ?? 0;
      return `${participantOutcomes[code]}: ${people}`;
    })
    .join(", ");

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
            periodOf(one),
            <Due
              key="due"
              day={one.dueDay}
              today={today}
              isOverdue={!one.recordedDay && one.dueDay < today}
            />,
            one.recordedDay ? (
              <div key="recorded">
                <Time day={one.recordedDay} short />
                {mayReport && (
                  <div>
                    <Link href={`/plan/projects/returns/${one.id}/correct`}>
                      Correct it
                      <span className="govuk-visually-hidden">{` for ${periodOf(one)}`}</span>
                    </Link>
                  </div>
                )}
              </div>
            ) : mayReport && one.periodEnd < today ? (
              <Link key="record" href={`/plan/projects/returns/${one.id}`}>
                Record it
                <span className="govuk-visually-hidden">{` for ${periodOf(one)}`}</span>
              </Link>
            ) : (
              "Not yet"
            ),
            <Said key="said" {...one} />,
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
                periodOf(one),
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
