import { guards } from "@/lib/cases/guards/rules";
import type { CaseStatus } from "@/lib/cases/labels";
import { statusAfterMove, type TransitionId } from "@/lib/cases/rules";
import { addDays, addWorkingDays, bankHolidays, type Day, daysBetween } from "@/lib/dates";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import {
  type ActionRag,
  type ItemKind,
  type MeetingStatus,
  meetingStatuses,
  type Outcome,
  outcomeLabels,
  type Seat,
} from "@/lib/panels/labels";
import type { ActionStatus } from "@/lib/tracker/labels";
import { isOpen, isOverdue } from "@/lib/tracker/rules";

export type Attendee = {
  seat: Seat;
  isPresent: boolean;
  hasConflict: boolean;
  organisationId?: string;
};

/** T29: what closes a case, or does not adopt it, comes after the person’s other referrals have been read again. */
export const looksAgain: readonly Outcome[] = ["not_adopt", "defer", "police_led", "exit"];

/** What decides who has to be in the room for one item. */
export type Person = {
  isChild: boolean;
  /** The police force where the person lives, when it is not the panel's own (P-03). */
  residentForce?: string | null;
  /** The organisation that knows most, if one is named. */
  keyOrganisationId?: string | null;
};

const counts = ({ isPresent, hasConflict }: Attendee) => isPresent && !hasConflict;

/** The seats still to fill, one from each group. None left means quorate. */
export function missingSeats(attendees: readonly Attendee[], person: Person): Seat[][] {
  const here = attendees.filter(counts);
  const needed: Seat[][] = [
    ["chair", "deputy_chair"],
    ["police"],
    ...(person.residentForce ? [["resident_police"] satisfies Seat[]] : []),
    person.isChild ? ["childrens_social_care", "education"] : ["adult_social_care", "health"],
  ];
  const missing = needed.filter((group) => !here.some(({ seat }) => group.includes(seat)));

  const isKey = ({ organisationId }: Attendee) => organisationId === person.keyOrganisationId;
  if (!person.keyOrganisationId || here.some(isKey)) return missing;
  const itsSeats = attendees.filter(isKey).map(({ seat }) => seat);
  return [...missing, itsSeats.length > 0 ? itsSeats : ["other"]];
}

/** What is stamped on the decision. */
export function quorumProof(attendees: readonly Attendee[], person: Person) {
  const missing = missingSeats(attendees, person);
  const present = attendees.filter(counts).map(({ seat }) => seat);
  return { isQuorate: missing.length === 0, present, missing };
}

/** For each status of a case, what the panel can decide, and the moves which that makes. */
export const lawfulOutcomes: Partial<
  Record<CaseStatus, Partial<Record<Outcome, readonly TransitionId[]>>>
> = {
  panel_listed: {
    adopt: ["T10", "T11"],
    not_adopt: ["T10", "T12"],
    defer: ["T10", "T13"],
    police_led: ["T10", "T14"],
    pause: [],
    transfer: [],
    discussed_only: [],
  },
  consent_pending: { continue: [], pause: [], transfer: [], discussed_only: [] },
  in_support: {
    continue: [],
    revise_plan: ["T17"],
    pause: [],
    exit: ["T20"],
    transfer: [],
    discussed_only: [],
  },
  exited: { discussed_only: [] },
  review_6m: { review_ok: ["T22"], new_s36: ["T23", "T22"], transfer: [], discussed_only: [] },
  review_12m: { review_ok: ["T24"], new_s36: ["T23", "T24"], transfer: [], discussed_only: [] },
};

export function outcomesFor(status: CaseStatus): Outcome[] {
  return Object.keys(lawfulOutcomes[status] ?? {}) as Outcome[];
}

/** The moves of the case that a decision makes, in order. T23 opens a new row beside it. */
export function movesAfter(outcome: Outcome, status: CaseStatus): readonly TransitionId[] {
  const moves = lawfulOutcomes[status]?.[outcome];
  if (!moves) throw new RuleBroken("The panel cannot decide this for a case at this stage.");
  return moves;
}

/**
 * Where the case is once the panel has decided. A pause is the gateway's to begin and a transfer the
 * coordinator's to complete, so neither moves it here.
 */
export function statusAfter(outcome: Outcome, status: CaseStatus): CaseStatus {
  return movesAfter(outcome, status).reduce<CaseStatus>((from, id) => {
    const to = statusAfterMove(id, from);
    return to === "deleted" ? from : to;
  }, status);
}

/** How far the panel is with an item, as its tables say it. */
export function settledText(item: { outcome: Outcome | null; isSpokenOf: boolean }): string {
  if (item.outcome) return outcomeLabels[item.outcome];
  return item.isSpokenOf ? outcomeLabels.discussed_only : "Not decided yet";
}

/** What brings a case at each stage before the panel. */
export const kindsFor: Partial<Record<CaseStatus, readonly ItemKind[]>> = {
  panel_listed: ["new_case"],
  consent_pending: ["consent"],
  in_support: ["monthly_review", "closure", "transfer"],
  exited: ["action_log", "review_6m", "review_12m"],
  review_6m: ["review_6m"],
  review_12m: ["review_12m"],
};

export function assertCanList(kind: ItemKind, status: CaseStatus): void {
  if (kindsFor[status]?.includes(kind)) return;
  throw new RuleBroken("A case at this stage does not come before the panel for that.");
}

type Item = {
  attendees: readonly Attendee[];
  case: Person & { status: CaseStatus; isPaused?: boolean };
  decision: object | null;
  meetingStatus: MeetingStatus;
  /** How often the panel has put this case off already. */
  defers: number;
};

type Wish = { outcome: Outcome; chairOverride?: boolean };

export function assertDecidable(item: Item, { outcome, chairOverride = false }: Wish): void {
  const { attendees, case: person, decision, meetingStatus, defers } = item;
  if (decision) throw new RuleBroken("The panel has already decided this item");
  assertMeetingOpen(meetingStatus);
  movesAfter(outcome, person.status);
  if (outcome === "discussed_only") return;

  if (person.isPaused) throw new RuleBroken(guards.notPaused.otherwise);
  if (missingSeats(attendees, person).length > 0) {
    throw new RuleBroken("The panel is not quorate for this item, so it can only be discussed");
  }
  if (
    outcome === "defer" &&
    !guards.defersLeft.holds({ defers, isDeferOverridden: chairOverride })
  ) {
    throw new RuleBroken(guards.defersLeft.otherwise);
  }
}

/** Who is named to stand in for somebody invited is offered before whoever else could (P-02). */
export const namedFirst = <Other extends { standsInFor: readonly string[] }>(others: Other[]) =>
  others.toSorted(
    (one, other) => Number(other.standsInFor.length > 0) - Number(one.standsInFor.length > 0),
  );

/** Whose hats read a case by being invited to it, and may therefore take somebody's place. */
export const deputyRoles = ["panel_member", "coordinator", "chair"] as const;

type PanelAction = { status: ActionStatus; dueOn: Day };
const soonDays = 7;

/** M-04: by its own day alone. Nobody rates a person's work. */
export function ragOf({ status, dueOn }: PanelAction, today: Day): ActionRag {
  if (!isOpen(status)) return "done";
  if (isOverdue({ status, dueDay: dueOn }, today)) return "red";
  return dueOn <= addDays(today, soonDays) ? "amber" : "green";
}

type Votes = { agree?: number | null; disagree?: number | null };

/** P-06: only those in the room for the item count. */
export function assertVotesFit({ agree, disagree }: Votes, present: number): void {
  if ((agree ?? 0) + (disagree ?? 0) <= present) return;
  const sentence = `Only ${present} are in the room for this item, so no more can be counted`;
  throw new FieldsRefused({ agree: [sentence] });
}

/** Papers close two working days before a meeting, unless the area says otherwise. */
export const papersCloseOn = (heldOn: Day, holidays = bankHolidays, days = 2): Day =>
  addWorkingDays(heldOn, -days, holidays);

/** What comes after that day is marked as late, and still read. */
export const isLatePaper = (addedOn: Day, heldOn: Day, days?: number): boolean =>
  addedOn > papersCloseOn(heldOn, bankHolidays, days);

const nextMeetingStatus: Record<MeetingStatus, readonly MeetingStatus[]> = {
  planned: ["in_progress", "cancelled"],
  in_progress: ["closed"],
  closed: [],
  cancelled: [],
};

export function assertMeetingCanBecome(from: MeetingStatus, to: MeetingStatus): void {
  if (nextMeetingStatus[from].includes(to)) return;
  throw new RuleBroken(
    `This meeting is at "${meetingStatuses[from]}", so it cannot be changed so.`,
  );
}

export function assertMeetingOpen(status: MeetingStatus): void {
  if (status === "closed") throw new RuleBroken("This meeting has been closed");
  if (status === "cancelled") throw new RuleBroken("This meeting has been cancelled");
}

/** A month by weekday is at most five weeks, so that a longer wait is a meeting that is missing (TL-05). */
const longestWait = 35;

/** Where more than a month passes with no meeting planned, from today on (TL-05, TL-06). */
export function gapsBetween(today: Day, planned: readonly Day[]) {
  const days = [today, ...planned.toSorted()];
  return days.slice(1).flatMap((to, index) => {
    const from = days[index] ?? to;
    return daysBetween(from, to) > longestWait ? [{ from, to }] : [];
  });
}
