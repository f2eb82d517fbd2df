import type { CaseStatus } from "@/lib/cases/labels";
import { type Day, daysBetween } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { SessionState } from "./labels";

/** Sessions belong to support that runs. What was planned before it stopped can still be settled. */
export function assertCanPlan(status: CaseStatus): void {
  if (status !== "in_support") throw new RuleBroken("Support is not running.");
}

type Session = { state: SessionState; plannedOn: Day };

/** A session is settled once, on its day or afterwards. */
export function assertCanSettle({ state, plannedOn }: Session, today: Day): void {
  if (state !== "planned") throw new RuleBroken("This session has been recorded already.");
  if (plannedOn > today) throw new RuleBroken("This session has not come yet.");
}

type Held = { state: SessionState; plannedOn: Day };

/**
 * How often a mentor and the person met, month by month, newest first, and when they last did. It
 * counts, and it judges nobody: there is no score and no rate.
 */
export function engagementOf(sessions: readonly Held[], today: Day) {
  const months = new Map<string, { held: number; missed: number; calledOff: number }>();
  for (const { state, plannedOn } of sessions) {
    if (state === "planned") continue;
    const month = months.get(plannedOn.slice(0, 7)) ?? { held: 0, missed: 0, calledOff: 0 };
    if (state === "held") month.held += 1;
    if (state === "missed") month.missed += 1;
    if (state === "called_off") month.calledOff += 1;
    months.set(plannedOn.slice(0, 7), month);
  }
  const days = sessions.filter(({ state }) => state === "held").map(({ plannedOn }) => plannedOn);
  const lastHeldOn = days.toSorted().at(-1) ?? null;
  return {
    lastHeldOn,
    daysSince: lastHeldOn === null ? null : daysBetween(lastHeldOn, today),
    months: [...months]
      .toSorted(([a], [b]) => b.localeCompare(a))
      .map(([month, counts]) => ({ month, ...counts })),
  };
}
