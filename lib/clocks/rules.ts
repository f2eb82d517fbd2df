import type { Role } from "@/lib/access/labels";
import type { ClockKind, ClockStep, ClockUnit, Urgency } from "@/lib/clocks/labels";
import {
  addDays,
  addMonths,
  addWorkingDays,
  bankHolidays,
  type Day,
  daysBetween,
  workingDaysBetween,
} from "@/lib/dates";

export type Limit = { rule: string; count: number; unit: ClockUnit };

/** The time limits an area starts with (domain 3.4). Each area may set its own. */
export const defaultLimits = {
  acknowledge_referral: { rule: "TL-01", count: 0, unit: "working_days" },
  gateway_assessment: { rule: "TL-02", count: 5, unit: "working_days" },
  s36_decision: { rule: "TL-03", count: 15, unit: "working_days" },
  panel_discussion: { rule: "TL-04", count: 1, unit: "months" },
  panel_meeting: { rule: "TL-05", count: 1, unit: "months" },
  sign_minutes: { rule: "M-02", count: 5, unit: "working_days" },
  case_review: { rule: "TL-06", count: 1, unit: "months" },
  assessment_refresh: { rule: "TL-07", count: 3, unit: "months" },
  consent_sought: { rule: "TL-08", count: 10, unit: "working_days" },
  after_refusal: { rule: "C-10", count: 1, unit: "months" },
  review_6m: { rule: "TL-09", count: 6, unit: "months" },
  review_12m: { rule: "TL-09", count: 12, unit: "months" },
  provider_contact: { rule: "TL-10", count: 10, unit: "working_days" },
  provider_silence: { rule: "TL-10", count: 21, unit: "days" },
  profile_refresh: { rule: "CT-01", count: 3, unit: "months" },
} as const satisfies Partial<Record<ClockKind, Limit>>;
/** What runs by a limit. The others have a day of their own. */
export type LimitedKind = keyof typeof defaultLimits;
export type Limits = Record<LimitedKind, Limit>;

type Duty = {
  /** Whose work it is, and who is told instead when none of them is there. */
  owner: Role;
  deputy: Role;
  /** How many working days before the day its owner is reminded. None: not at all. */
  remind: number;
};

/** Whose each clock is. An action or a request may name somebody, who then goes before the role. */
export const clockDuties: Record<ClockKind, Duty> = {
  acknowledge_referral: { owner: "gateway_officer", deputy: "coordinator", remind: 0 },
  gateway_assessment: { owner: "gateway_officer", deputy: "coordinator", remind: 1 },
  s36_decision: { owner: "coordinator", deputy: "chair", remind: 3 },
  panel_discussion: { owner: "coordinator", deputy: "chair", remind: 5 },
  panel_meeting: { owner: "chair", deputy: "coordinator", remind: 5 },
  sign_minutes: { owner: "chair", deputy: "coordinator", remind: 2 },
  case_review: { owner: "coordinator", deputy: "chair", remind: 5 },
  assessment_refresh: { owner: "coordinator", deputy: "chair", remind: 10 },
  consent_sought: { owner: "coordinator", deputy: "chair", remind: 2 },
  after_refusal: { owner: "chair", deputy: "coordinator", remind: 5 },
  reassessment: { owner: "chair", deputy: "coordinator", remind: 20 },
  review_6m: { owner: "chair", deputy: "coordinator", remind: 20 },
  review_12m: { owner: "chair", deputy: "coordinator", remind: 20 },
  provider_contact: { owner: "provider", deputy: "coordinator", remind: 2 },
  provider_silence: { owner: "coordinator", deputy: "chair", remind: 3 },
  information_request: { owner: "agency_lead", deputy: "coordinator", remind: 2 },
  case_action: { owner: "coordinator", deputy: "chair", remind: 3 },
  plan_action: { owner: "agency_lead", deputy: "prevent_coordinator", remind: 10 },
  board_action: { owner: "agency_lead", deputy: "prevent_coordinator", remind: 10 },
  pause_review: { owner: "gateway_officer", deputy: "chair", remind: 3 },
  risk_review: { owner: "agency_lead", deputy: "prevent_coordinator", remind: 10 },
  profile_refresh: { owner: "prevent_coordinator", deputy: "steering_member", remind: 10 },
  project_return: { owner: "agency_lead", deputy: "prevent_coordinator", remind: 10 },
  funding_claim: { owner: "prevent_coordinator", deputy: "steering_member", remind: 10 },
  due_diligence: { owner: "prevent_coordinator", deputy: "steering_member", remind: 20 },
  // Whoever sent the person on, in the role in which they did: the row says which.
  onward_answer: { owner: "gateway_officer", deputy: "coordinator", remind: 2 },
};

/** The last day on which it is still in time. */
export function dueDay(
  kind: LimitedKind,
  startDay: Day,
  limits: Limits = defaultLimits,
  holidays: readonly Day[] = bankHolidays,
): Day {
  const { count, unit } = limits[kind];
  if (unit === "working_days") return addWorkingDays(startDay, count, holidays);
  return unit === "months" ? addMonths(startDay, count) : addDays(startDay, count);
}

/** A review after support runs on, whatever becomes of its case (TL-09). */
export const outlives: readonly ClockKind[] = ["review_6m", "review_12m"];

/** As many days later as the pause was long: working days where those are counted (T28). */
export function dueAfterPause(
  kind: ClockKind,
  dueOn: Day,
  { from, to }: { from: Day; to: Day },
  holidays: readonly Day[] = bankHolidays,
  limits: Limits = defaultLimits,
): Day {
  const limit = limits[kind as LimitedKind] as Limit | undefined;
  if (limit?.unit !== "working_days") return addDays(dueOn, daysBetween(from, to));
  return addWorkingDays(dueOn, workingDaysBetween(from, to, holidays), holidays);
}

export const isOverdue = (due: Day, today: Day): boolean => today > due;

export const daysLate = (due: Day, today: Day): number => Math.max(0, daysBetween(due, today));

const soonDays = 7;

export function urgencyOf(due: Day, today: Day): Urgency {
  if (isOverdue(due, today)) return "overdue";
  if (due === today) return "due_today";
  return daysBetween(today, due) <= soonDays ? "due_soon" : "on_time";
}

/** How many working days late a clock is when each step is taken (domain 3.4: COO, CHR, council director). */
const lateFor = { overdue: 1, to_coordinator: 3, to_chair: 6, to_director: 11 } as const;

const ofThePlan: readonly ClockKind[] = [
  ...(["plan_action", "board_action", "risk_review", "profile_refresh"] as const),
  ...(["project_return", "funding_claim", "due_diligence"] as const),
];

/** The role that a step goes to. Of the plan and its register, the co-ordinator and the steering group stand where the panel's people do. */
export function roleToldAt(step: ClockStep, kind: ClockKind): Role | null {
  const isOfThePlan = ofThePlan.includes(kind);
  if (step === "to_coordinator") return isOfThePlan ? "prevent_coordinator" : "coordinator";
  if (step === "to_chair") return isOfThePlan ? "steering_member" : "chair";
  return null;
}

const coordinating: readonly Role[] = ["coordinator", "prevent_coordinator"];

/** The steps of a clock in order. Nobody is told again, in a second role, of what is theirs already. */
export function stepsOf(kind: ClockKind): ClockStep[] {
  const { owner, remind } = clockDuties[kind];
  // An action is mostly somebody else's; where it is a coordinator's own, the engine leaves the step out.
  const isTheirs = kind !== "case_action" && (owner === "chair" || coordinating.includes(owner));
  return [
    ...(remind > 0 ? (["reminder"] as const) : []),
    "overdue",
    ...(isTheirs ? [] : (["to_coordinator"] as const)),
    ...(owner === "chair" ? [] : (["to_chair"] as const)),
    "to_director",
  ];
}

export type StepWindow = { kind: ClockKind; step: ClockStep; dueFrom: Day; dueTo: Day };

/** Which days due, first and last, make a step of a kind of clock due today. */
export function windowsFor(today: Day, holidays: readonly Day[] = bankHolidays): StepWindow[] {
  return (Object.keys(clockDuties) as ClockKind[]).flatMap((kind) =>
    stepsOf(kind).map((step) =>
      step === "reminder"
        ? {
            kind,
            step,
            dueFrom: today,
            dueTo: addWorkingDays(today, clockDuties[kind].remind, holidays),
          }
        : { kind, step, dueFrom: "1900-01-01", dueTo: dueBefore(lateFor[step], today, holidays) },
    ),
  );
}

/** The last day due that is so many working days late today. */
function dueBefore(late: number, today: Day, holidays: readonly Day[]): Day {
  return addDays(addWorkingDays(addDays(today, 1), -late, holidays), -1);
}
