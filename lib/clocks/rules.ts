import type { ClockKind, ClockUnit, Urgency } from "@/lib/clocks/labels";
import { urgencies } from "@/lib/clocks/labels";
import {
  addDays,
  addMonths,
  addWorkingDays,
  bankHolidays,
  type Day,
  daysBetween,
} from "@/lib/dates";

export type Limit = {
  rule: string;
  count: number;
  unit: ClockUnit;
  /** Whose work it is. */
  owner: "gateway_officer" | "coordinator" | "chair" | "provider";
};
export type Limits = Record<ClockKind, Limit>;

/** The time limits an area starts with (domain 3.4). Each area may set its own. */
export const defaultLimits: Limits = {
  acknowledge_referral: { rule: "TL-01", count: 0, unit: "working_days", owner: "gateway_officer" },
  gateway_assessment: { rule: "TL-02", count: 5, unit: "working_days", owner: "gateway_officer" },
  s36_decision: { rule: "TL-03", count: 15, unit: "working_days", owner: "coordinator" },
  panel_discussion: { rule: "TL-04", count: 1, unit: "months", owner: "coordinator" },
  panel_meeting: { rule: "TL-05", count: 1, unit: "months", owner: "chair" },
  case_review: { rule: "TL-06", count: 1, unit: "months", owner: "coordinator" },
  assessment_refresh: { rule: "TL-07", count: 3, unit: "months", owner: "coordinator" },
  consent_sought: { rule: "TL-08", count: 10, unit: "working_days", owner: "coordinator" },
  review_6m: { rule: "TL-09", count: 6, unit: "months", owner: "chair" },
  review_12m: { rule: "TL-09", count: 12, unit: "months", owner: "chair" },
  provider_contact: { rule: "TL-10", count: 10, unit: "working_days", owner: "provider" },
  provider_silence: { rule: "TL-10", count: 21, unit: "days", owner: "coordinator" },
  pause_review: { rule: "T28", count: 28, unit: "days", owner: "gateway_officer" },
};

/** The last day on which it is still in time. */
export function dueDay(
  kind: ClockKind,
  startDay: Day,
  limits: Limits = defaultLimits,
  holidays: readonly Day[] = bankHolidays,
): Day {
  const { count, unit } = limits[kind];
  if (unit === "working_days") return addWorkingDays(startDay, count, holidays);
  return unit === "months" ? addMonths(startDay, count) : addDays(startDay, count);
}

/** The two reviews after support ends (TL-09). Both run from the same day, whatever happens to the first. */
export function reviewsDue(exitedOn: Day, limits: Limits = defaultLimits) {
  return {
    review_6m: dueDay("review_6m", exitedOn, limits),
    review_12m: dueDay("review_12m", exitedOn, limits),
  };
}

export const isOverdue = (due: Day, today: Day): boolean => today > due;

export const daysLate = (due: Day, today: Day): number => Math.max(0, daysBetween(due, today));

const soonDays = 7;

export function urgencyOf(due: Day, today: Day): Urgency {
  if (isOverdue(due, today)) return "overdue";
  if (due === today) return "due_today";
  return daysBetween(today, due) <= soonDays ? "due_soon" : "on_time";
}

type Waiting = { dueOn: Day; startedOn: Day };

/** Most pressing first, then what has waited longest. It orders work, and says nothing of a person. */
export function inOrderOfUrgency<Item extends Waiting>(items: readonly Item[], today: Day): Item[] {
  const order = Object.keys(urgencies);
  const rank = ({ dueOn }: Item) => order.indexOf(urgencyOf(dueOn, today));
  return items.toSorted(
    (a, b) =>
      rank(a) - rank(b) || a.startedOn.localeCompare(b.startedOn) || a.dueOn.localeCompare(b.dueOn),
  );
}

/** Whom an overdue clock is brought to next: its owner, then the chair, then the council's director. */
const escalations = [
  { afterDays: 0, to: "owner" },
  { afterDays: 5, to: "chair" },
  { afterDays: 10, to: "director" },
] as const;

export function escalatedTo(due: Day, today: Day) {
  const late = daysLate(due, today);
  return late === 0
    ? null
    : (escalations.findLast(({ afterDays }) => late > afterDays)?.to ?? null);
}
