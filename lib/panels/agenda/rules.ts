import type { CaseStatus } from "@/lib/cases/labels";
import type { Day } from "@/lib/dates";
import type { ItemKind, Outcome } from "@/lib/panels/labels";
import { type AgendaHeading, agendaHeadings, type DueReason } from "./labels";

/** Under which standing item each kind of case is taken (6.4). */
export const headingOf: Record<ItemKind, AgendaHeading> = {
  action_log: "action_log",
  new_case: "new_case",
  monthly_review: "monthly_review",
  consent: "consent",
  review_6m: "review",
  review_12m: "review",
  closure: "closure",
  transfer: "transfer",
};

/** The minutes that an item is given, unless somebody gives it others. */
export const minutesFor: Record<ItemKind, number> = {
  new_case: 20,
  monthly_review: 10,
  consent: 5,
  review_6m: 10,
  review_12m: 10,
  closure: 10,
  transfer: 10,
  action_log: 5,
};

/** What the panel spends on a standing item itself, before or without a case. */
const standingMinutes: Partial<Record<AgendaHeading, number>> = {
  apologies: 5,
  conflicts: 5,
  action_log: 10,
  deconfliction: 5,
  rights: 5,
  learning: 5,
  data_quality: 5,
};

const order = Object.keys(agendaHeadings) as AgendaHeading[];

/** What the standing items up to and with its own take before a kind of case is reached. */
export const standingBefore = (kind: ItemKind): number =>
  order
    .slice(0, order.indexOf(headingOf[kind]) + 1)
    .reduce((sum, heading) => sum + (standingMinutes[heading] ?? 0), 0);

/** Which of the standing items a kind of case is taken under, counted from 0. */
export const headingIndex = (kind: ItemKind): number => order.indexOf(headingOf[kind]);

type Slotted = { id: string; kind: ItemKind; position: number; minutes: number };

const inOrder = <Item extends Slotted>(items: readonly Item[]) =>
  items.toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));

const atMinute = (startsAt: string, minutes: number): string => {
  const [hour = 0, minute = 0] = startsAt.split(":").map(Number);
  const reached = (hour * 60 + minute + minutes) % (24 * 60);
  return `${`${Math.floor(reached / 60)}`.padStart(2, "0")}:${`${reached % 60}`.padStart(2, "0")}`;
};

/**
 * The whole agenda in order, with the time at which each part begins. It knows only the items it is
 * given, so that no gap in somebody's times tells of an item they may not see (IS-18).
 */
export function layOutAgenda<Item extends Slotted>(startsAt: string, items: readonly Item[]) {
  let spent = 0;
  const parts = order.map((heading) => {
    const begins = atMinute(startsAt, spent);
    spent += standingMinutes[heading] ?? 0;
    const under = inOrder(items.filter(({ kind }) => headingOf[kind] === heading));
    const slotted = under.map((item) => {
      const at = atMinute(startsAt, spent);
      spent += item.minutes;
      return { ...item, startsAt: at };
    });
    return { heading, startsAt: begins, items: slotted };
  });
  return { parts, minutes: spent, endsAt: atMinute(startsAt, spent) };
}

/**
 * New positions when one item moves to a place among those under its heading, the first being 1. The
 * items share out the positions that they had, so that one which is not seen keeps its own.
 */
export function placed(items: readonly Slotted[], itemId: string, place: number) {
  const moved = items.find(({ id }) => id === itemId);
  if (!moved) return [];
  const under = inOrder(items.filter(({ kind }) => headingOf[kind] === headingOf[moved.kind]));
  const others = under.filter(({ id }) => id !== itemId);
  const index = Math.min(Math.max(place, 1), under.length) - 1;
  const wanted = [...others.slice(0, index), moved, ...others.slice(index)];
  let last = 0;
  return wanted.map(({ id }, nth) => {
    last = Math.max(under[nth]?.position ?? 0, last + 1);
    return { id, position: last };
  });
}

/** Where an item stands under its heading, the first being 1. */
export const placeOf = (items: readonly Slotted[], { id, kind }: Slotted): number =>
  1 +
  inOrder(items.filter((one) => headingOf[one.kind] === headingOf[kind])).findIndex(
    (one) => one.id === id,
  );

/** What decides whether a case is due before a meeting, and for what. */
export type CaseDue = {
  status: CaseStatus;
  defers: number;
  isExitAssessed: boolean;
  lastOutcome: Outcome | null;
  hasLateActions: boolean;
  /** Reviews after support that are not held yet. */
  reviews: readonly { kind: "review_6m" | "review_12m"; dueOn: Day }[];
  /** What it is on the agenda of another open meeting for, by kind. */
  listedFor: readonly ItemKind[];
};
export type Due = { kind: ItemKind; why: DueReason };

/** These come at every meeting, whatever the next one holds (TL-06). */
const everyMeeting: readonly ItemKind[] = ["monthly_review", "consent", "action_log"];

/** Why a case comes before a meeting on this day by itself: the most pressing reason, or none. */
export function dueAt(heldOn: Day, found: CaseDue): Due | null {
  const due = reasonsAt(heldOn, found).find(
    ({ kind }) => everyMeeting.includes(kind) || !found.listedFor.includes(kind),
  );
  return due ?? null;
}

function reasonsAt(heldOn: Day, found: CaseDue): Due[] {
  const late: Due[] = found.hasLateActions ? [{ kind: "action_log", why: "actions_late" }] : [];
  const reviews = found.reviews
    .filter(({ dueOn }) => dueOn <= heldOn)
    .map(({ kind }): Due => ({ kind, why: "review" })); // TL-09
  switch (found.status) {
    case "panel_listed":
      return [{ kind: "new_case", why: found.defers > 0 ? "deferred" : "waits" }]; // TL-04
    case "consent_pending":
      return [{ kind: "consent", why: "consent_open" }];
    case "in_support":
      return [
        ...(found.lastOutcome === "transfer"
          ? [{ kind: "transfer", why: "transfer_decided" } as const]
          : []),
        ...(found.isExitAssessed ? [{ kind: "closure", why: "exit_assessed" } as const] : []),
        { kind: "monthly_review", why: "adopted" }, // TL-06
      ];
    case "exited":
      return [...reviews, ...late];
    case "review_6m":
    case "review_12m":
      return reviews.filter(({ kind }) => kind === found.status);
    default:
      return [];
  }
}

/** "3 hours", "5 hours 50 minutes": nobody reckons in hundreds of minutes. */
export function lengthText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? "hour" : "hours"}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? "minute" : "minutes"}`] : []),
  ];
  return parts.join(" ");
}
