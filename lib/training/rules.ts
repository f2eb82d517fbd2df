import { addMonths, type Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { SessionState, Standing } from "@/lib/training/labels";

export type Counts = { inScope: number; trained: number };

/** Of those in scope, how many in a hundred. Rounded down, so that nobody reaches a target by rounding; of nobody, nothing. */
export const percentOf = ({ inScope, trained }: Counts): number | null =>
  inScope > 0 ? Math.floor((trained * 100) / inScope) : null;

/** How many more people it takes to reach the target. */
export const missingFor = ({ inScope, trained }: Counts, target: number): number =>
  Math.max(0, Math.ceil((inScope * target) / 100) - trained);

/** Whether what was true on a day can be relied on no longer: the area's limit, or the course has to be taken again before it. */
export const isStale = (
  asAt: Day,
  today: Day,
  { staleMonths, refreshMonths }: { staleMonths: number; refreshMonths: number | null },
): boolean => addMonths(asAt, Math.min(staleMonths, refreshMonths ?? staleMonths)) < today;

/** What one organisation says of one requirement, or that it has said nothing. */
export type Declared = {
  inScope: number | null;
  trained: number | null;
  asAtDay: Day | null;
  isStale: boolean;
};

export type Figure = Counts & {
  percent: number | null;
  target: number;
  standing: Standing;
  /** How many organisations were to declare, how many did, and for how many that is long ago. */
  expected: number;
  declared: number;
  stale: number;
  oldestDay: Day | null;
  newestDay: Day | null;
};

/** What several organisations have declared of one requirement, taken together. Who declared nothing counts in nothing. */
export function figureOf(rows: readonly Declared[], target: number): Figure {
  const said = rows.filter(({ inScope }) => inScope !== null);
  const inScope = said.reduce((sum, row) => sum + (row.inScope ?? 0), 0);
  const trained = said.reduce((sum, row) => sum + (row.trained ?? 0), 0);
  const days = said.flatMap(({ asAtDay }) => asAtDay ?? []).sort();
  const percent = percentOf({ inScope, trained });
  return {
    ...{ inScope, trained, percent, target },
    standing: standingOf({ declared: said.length, inScope, trained }, target),
    expected: rows.length,
    declared: said.length,
    stale: said.filter((row) => row.isStale).length,
    oldestDay: days[0] ?? null,
    newestDay: days.at(-1) ?? null,
  };
}

export function standingOf(
  { declared, ...counts }: Counts & { declared: number },
  target: number,
): Standing {
  if (declared === 0) return "not_declared";
  if (counts.inScope === 0) return "nobody";
  return missingFor(counts, target) > 0 ? "below" : "met";
}

export const nothingDeclared = "Nothing has been declared";
const people = (count: number) => `${count} more ${count === 1 ? "person" : "people"}`;

/** The gap in words (2.6, 2.7). */
export function gapText(
  figure: Pick<Figure, "standing" | "target" | "inScope" | "trained">,
): string {
  const { standing, target } = figure;
  if (standing === "not_declared") return nothingDeclared;
  if (standing === "nobody") return "Nobody in scope";
  if (standing === "met") return "No gap";
  return `${people(missingFor(figure, target))} to reach ${target}%`;
}

/** The share in date, in one line: what evidence of an assessment says. */
export const figureText = ({ percent, trained, inScope, target, declared, expected }: Figure) =>
  declared === 0
    ? nothingDeclared
    : `${percent === null ? "Nobody in scope" : `${percent}% in date (${trained} of ${inScope})`}, target ${target}%, declared by ${declared} of ${expected} organisations`;

/** Training records go three years after their day (7.4). */
export const keptMonths = 36;

/** Nobody is counted before they came, or at what never took place. */
export function assertAttendanceCounts(
  { status, heldDay }: { status: SessionState; heldDay: Day },
  today: Day,
): void {
  if (status === "cancelled") throw new RuleBroken("This session was cancelled, so nobody came");
  if (heldDay > today)
    throw new RuleBroken("Attendance is recorded on the day of the session, or after it");
}

/** Whether there is anybody to count: the same, asked beforehand. */
export const mayBeCounted = (
  { status, heldDay }: { status: SessionState; heldDay: Day },
  today: Day,
): boolean => status !== "cancelled" && heldDay <= today;
