import { addMonths, addWorkingDays, bankHolidays, type Day, sameWeekdayAfter } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type {
  AttendanceState,
  BodyKind,
  DecisionKind,
  EscalationState,
  Frequency,
  GovernanceItemKind,
  MeetingState,
  MemberRole,
  Power,
} from "@/lib/governance/labels";
import { governanceItemKinds } from "@/lib/governance/labels";

/** What each level of the partnership is expected to do (domain 8.3): where a new body begins. */
export const usualPowers: Record<BodyKind, readonly Power[]> = {
  gold: ["approve_plan", "accept_risk"],
  steering: ["challenge", "commission", "escalate"],
  practitioner: ["update_actions", "escalate"],
  community_safety: ["align", "escalate"],
  scrutiny: ["approve_strategy", "scrutinise"],
  cabinet_member: ["approve_strategy"],
  other: [],
};

/** What is put on the agenda of each when it is due. Whoever is above gets questions and reports, and not every action. */
export const dueBefore: Record<BodyKind, readonly GovernanceItemKind[]> = {
  gold: ["minutes", "matters_arising", "escalation", "report"],
  steering: [
    ...["minutes", "matters_arising", "escalation"],
    ...["red_action", "stale_action", "risk_review", "report"],
  ] as GovernanceItemKind[],
  practitioner: ["minutes", "matters_arising", "red_action", "stale_action", "report"],
  community_safety: ["minutes", "matters_arising", "escalation", "report"],
  scrutiny: ["minutes", "matters_arising", "escalation", "report"],
  cabinet_member: ["minutes", "matters_arising", "escalation", "report"],
  other: ["minutes", "matters_arising", "escalation", "report"],
};

const order = Object.keys(governanceItemKinds);
/** Where on an agenda a kind of item belongs, before anybody moves it. */
export const placeOf = (kind: GovernanceItemKind): number => order.indexOf(kind);

const monthsApart: Record<Exclude<Frequency, "as_called">, number> = {
  monthly: 1,
  two_monthly: 2,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};

export const longestCycle = 24;

/**
 * The days on which a body meets (1.11): the same weekday of the month, and the next working day where that is none.
 * The cycle itself goes on from where it was.
 */
export function cycleDays(
  { frequency, firstDay, untilDay }: { frequency: Frequency; firstDay: Day; untilDay: Day },
  holidays = bankHolidays,
): { seriesDay: Day; heldDay: Day }[] {
  const days: { seriesDay: Day; heldDay: Day }[] = [];
  for (let nth = 0; ; nth++) {
    const months = frequency === "as_called" ? 0 : monthsApart[frequency] * nth;
    const seriesDay = sameWeekdayAfter(firstDay, months);
    if (seriesDay > untilDay || (frequency === "as_called" && nth > 0)) return days;
    days.push({ seriesDay, heldDay: addWorkingDays(seriesDay, 0, holidays) });
  }
}

type Term = { fromDay: Day; untilDay: Day | null };
export type TermState = "to_come" | "running" | "ending" | "over";
export const noticedWithin = 2;

/** Whether somebody sits on a body, and whether their term is about to end. */
export function termState({ fromDay, untilDay }: Term, today: Day): TermState {
  if (fromDay > today) return "to_come";
  if (!untilDay) return "running";
  if (untilDay < today) return "over";
  return untilDay <= addMonths(today, noticedWithin) ? "ending" : "running";
}

export const sitsOn = (term: Term, today: Day): boolean =>
  ["running", "ending"].includes(termState(term, today));

type Sitting = Term & { role: MemberRole };
/** A body has one chair at a time. */
export const overlapsAChair = (
  chair: Sitting,
  others: readonly (Sitting & { id: string })[],
): boolean =>
  chair.role === "chair" &&
  others.some(
    (other) =>
      other.role === "chair" &&
      (!chair.untilDay || other.fromDay <= chair.untilDay) &&
      (!other.untilDay || chair.fromDay <= other.untilDay),
  );

/** How many of the meetings that they were asked to somebody, or their deputy, came to. */
export function attendanceShare(states: readonly AttendanceState[]): {
  came: number;
  of: number;
} {
  const came = states.filter((state) => state === "present" || state === "deputy").length;
  return { came, of: states.length };
}

type Meeting = { state: MeetingState; isApproved: boolean };

/** Papers stay with the minutes once these are approved. */
export const arePapersOpen = ({ state, isApproved }: Meeting): boolean =>
  !isApproved && state !== "cancelled";

export function assertMinutesOpen({ state, isApproved }: Meeting): void {
  if (state === "cancelled") throw new RuleBroken("This meeting is cancelled");
  if (isApproved)
    throw new RuleBroken("The minutes are approved, so they stay as they are. Add an addendum.");
}

export function assertPlanned({ state }: Pick<Meeting, "state">): void {
  if (state !== "planned") throw new RuleBroken("This meeting is not one that is still to come");
}

/** Nothing is decided before a meeting sits. */
export function assertHasBegun(meeting: Meeting & { heldDay: Day }, today: Day): void {
  assertMinutesOpen(meeting);
  if (meeting.heldDay > today)
    throw new RuleBroken("This meeting has not been held yet, so nothing has been decided at it");
}

type Body = { id: string; parentId: string | null };

/** The bodies above one, the next one first. */
export function bodiesAbove(bodyId: string, bodies: readonly Body[]): string[] {
  const above: string[] = [];
  let at = bodies.find(({ id }) => id === bodyId)?.parentId;
  while (at && !above.includes(at)) {
    above.push(at);
    at = bodies.find(({ id }) => id === at)?.parentId;
  }
  return above;
}

/** What a body may be hung under: not itself, and nothing that hangs under it. */
export const mayBeUnder = (bodyId: string, parentId: string, bodies: readonly Body[]): boolean =>
  bodyId !== parentId && !bodiesAbove(parentId, bodies).includes(bodyId);

type Over = { areaId: string; parties: { planAreaIds?: readonly string[] | undefined } };

/** Whether a body above is over every area of the one below, so that whoever reads the one knows of the other. */
export const isOver = (upper: Over, lower: Over): boolean =>
  upper.areaId === lower.areaId ||
  [lower.areaId, ...(lower.parties.planAreaIds ?? [])].every((areaId) =>
    (upper.parties.planAreaIds ?? []).includes(areaId),
  );

export function assertEscalationOpen({ state }: { state: EscalationState }): void {
  if (state === "answered")
    throw new RuleBroken("This has been answered, and the answer stays. Add an addendum.");
  if (state === "withdrawn") throw new RuleBroken("This was withdrawn, so it is not answered");
}

type Decided = {
  isExempt: boolean;
  isApproved: boolean;
  decisionKind: DecisionKind | null;
  isPublished: boolean;
};

/** 2.8: why a decision cannot be made public, or nothing. */
export function whyNotPublic({
  isExempt,
  isApproved,
  decisionKind,
  isPublished,
}: Decided): string | null {
  if (isPublished) return "This decision has been published before";
  if (!decisionKind) return "Nothing was decided on this item";
  if (isExempt) return "This item is exempt, so its decision is never published";
  if (!isApproved) return "A decision is published once the minutes are approved";
  return null;
}
