import { addMonths, type Day, daysBetween, formatDay, quarterOf } from "@/lib/dates";
import type { Workstream } from "@/lib/plans/labels";
import type { Better, MilestoneState, Standing } from "@/lib/plans/parts/labels";
import { countsAsPrevent } from "@/lib/plans/rules";

type Milestone = { state: MilestoneState; dueDay: Day; firstDueDay: Day };

export const isLate = ({ state, dueDay }: Milestone, today: Day): boolean =>
  state === "waiting" && dueDay < today;

/** How many days later it is due than was first said. Coming sooner is no slip. */
export const slipOf = ({ dueDay, firstDueDay }: Milestone): number =>
  Math.max(0, daysBetween(firstDueDay, dueDay));

const shortest = 20;

/** A day that moves on is a slip, and a slip is explained. */
export function whyMovedIsMissing(from: Day, to: Day, reason: string | null): string | undefined {
  if (to <= from) return;
  if (!reason) return "Enter why the date has moved";
  if (reason.length < shortest) return `Reason must be ${shortest} characters or more`;
}

export type Entry = { quarterDay: Day; forArea: string | null; number: number; actual: number };

const slot = ({ quarterDay, forArea }: Entry) => `${quarterDay} ${forArea ?? "all"}`;

/** What counts of a quarter and an area is what was said of it last. Newest quarter first. */
export function latestOfEach<T extends Entry>(entries: readonly T[]): T[] {
  const last = new Map<string, T>();
  for (const entry of entries) {
    const before = last.get(slot(entry));
    if (!before || before.number < entry.number) last.set(slot(entry), entry);
  }
  return [...last.values()].sort((a, b) => b.quarterDay.localeCompare(a.quarterDay));
}

/** The last figure for an area, or for all of them together. */
export const latestFor = <T extends Entry>(entries: readonly T[], forArea: string | null = null) =>
  latestOfEach(entries).find((entry) => entry.forArea === forArea);

type Aim = { better: Better; target: number };

export function standingOf({ better, target }: Aim, actual: number | undefined): Standing {
  if (actual === undefined) return "no_figure";
  return (better === "higher" ? actual >= target : actual <= target) ? "met" : "not_met";
}

/** How Prevent stands by its measures. Linked work has measures of its own, and they count for none of these (0.3). */
export function preventStandings(
  measures: readonly { workstream: Workstream; standing: Standing }[],
): Record<Standing, number> {
  const counts: Record<Standing, number> = { met: 0, not_met: 0, no_figure: 0 };
  for (const { standing } of measures.filter(countsAsPrevent)) counts[standing] += 1;
  return counts;
}

/** The quarters a figure can be of: those of the plan that have begun, newest first. */
export function quartersOf({ startDay, endDay }: { startDay: Day; endDay: Day }, today: Day) {
  const quarters: Day[] = [];
  const last = today < endDay ? today : endDay;
  for (let { start } = quarterOf(startDay); start <= last; start = addMonths(start, 3))
    quarters.unshift(start);
  return quarters;
}

/** "July to September 2026" */
export function quarterWords(start: Day): string {
  const [, first] = formatDay(start).split(" ");
  const [, last, year] = formatDay(addMonths(start, 2)).split(" ");
  return `${first} to ${last} ${year}`;
}

export const figure = (value: number, unit: string): string => {
  const digits = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return /^(percent|per cent|%)$/i.test(unit) ? `${digits}%` : `${digits} ${unit}`;
};
