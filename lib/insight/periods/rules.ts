import { addDays, addMonths, type Day, quarterOf } from "@/lib/dates";
import type { Period } from "@/lib/insight/labels";

/** A choice of the page: one quarter that is over, or those of a year that are. */
export type PeriodChoice = {
  code: string;
  kind: Period;
  label: string;
  start: Day;
  end: Day;
  /** The first days of its quarters. */
  quarters: Day[];
};

const longest = 12;
const monthNames =
  "January February March April May June July August September October November December".split(
    " ",
  );
const monthOf = (day: Day) => monthNames[Number(day.slice(5, 7)) - 1] ?? "";

/** "July to September 2026" */
export function quarterLabel(start: Day): string {
  const { end } = quarterOf(start);
  return `${monthOf(start)} to ${monthOf(end)} ${end.slice(0, 4)}`;
}

/** "Jul to Sep 2026", under a chart. */
export function quarterShortLabel(start: Day): string {
  const { end } = quarterOf(start);
  return `${monthOf(start).slice(0, 3)} to ${monthOf(end).slice(0, 3)} ${end.slice(0, 4)}`;
}

/** The quarters from the first with a count in it until the last that is over, oldest first. */
export function endedQuarters(first: Day | null, today: Day): Day[] {
  const current = quarterOf(today).start;
  const starts: Day[] = [];
  for (let start = addMonths(current, -3); first && start >= first; start = addMonths(start, -3)) {
    if (starts.length === longest) break;
    starts.unshift(start);
  }
  return starts;
}

function aQuarter(start: Day): PeriodChoice {
  const { end } = quarterOf(start);
  return {
    code: start,
    kind: "quarter",
    label: quarterLabel(start),
    start,
    end,
    quarters: [start],
  };
}

function aYear(quarters: Day[]): PeriodChoice {
  const last = quarters.at(-1) ?? "";
  const { end } = quarterOf(last);
  const { year, quarter } = quarterOf(last);
  const march = Number(year.slice(0, 4)) + 1;
  const soFar = quarter === 4 ? "" : `, so far: to ${monthOf(end)} ${end.slice(0, 4)}`;
  return {
    code: `year-${march}`,
    kind: "year",
    label: `Year to March ${march}${soFar}`,
    start: quarters[0] ?? "",
    end,
    quarters,
  };
}

/** All that can be asked for, the latest quarter first. A quarter that is not over is none of them. */
export function periodChoices(first: Day | null, today: Day): PeriodChoice[] {
  const ended = endedQuarters(first, today);
  const years = [...new Set(ended.map((start) => quarterOf(start).year))];
  return [
    ...ended.toReversed().map(aQuarter),
    ...years
      .toReversed()
      .map((year) => aYear(ended.filter((start) => quarterOf(start).year === year))),
  ];
}

/** What the address asks for, or the latest quarter that is over. */
export const chosenPeriod = (choices: PeriodChoice[], code: unknown): PeriodChoice | undefined =>
  choices.find((choice) => choice.code === code) ?? choices[0];

/** The same length of time before: the last quarter, or the same quarters of the last year. */
export function quartersBefore({ kind, quarters }: PeriodChoice, ended: Day[]): Day[] | null {
  const before = quarters.map((start) => addMonths(start, kind === "quarter" ? -3 : -12));
  return before.every((start) => ended.includes(start)) ? before : null;
}

/** The quarters of a chart: two years of them, ending with the period. */
export const quartersUpTo = ({ end }: PeriodChoice, ended: Day[]): Day[] =>
  ended.filter((start) => start < addDays(end, 1)).slice(-8);
