import { type Day, daysBetween } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { type PlanStatus, type Rag, statusLabels, type Workstream } from "@/lib/plans/labels";

/** How long an action may go without an update (domain 8.2). */
export const staleAfterDays = 45;

type Action = { rag: Rag; startDay: Day; lastUpdate: Day };

/** Work that has not begun, or is done, has nothing to report. */
export function isStale({ rag, startDay, lastUpdate }: Action, today: Day): boolean {
  if (rag === "blue") return false;
  const heard = lastUpdate > startDay ? lastUpdate : startDay;
  return daysBetween(heard, today) > staleAfterDays;
}

/** The colour to show: silence turns amber by itself, and never makes red look better. */
export function ragAfter(action: Action, today: Day): { rag: Rag; stale: boolean } {
  const stale = isStale(action, today);
  return { rag: stale && action.rag !== "red" ? "amber" : action.rag, stale };
}

/** Red goes to the steering group. */
export const escalates = (rag: Rag): boolean => rag === "red";

/** Cohesion and counter-extremism are linked to Prevent, and never counted as it (domain 0.3, 8.1). */
export const countsAsPrevent = ({ workstream }: { workstream: Workstream }): boolean =>
  workstream === "prevent";

/** How the Prevent actions of a plan stand. */
export function ragCounts(
  actions: (Action & { workstream: Workstream })[],
  today: Day,
): Record<Rag, number> {
  const counts: Record<Rag, number> = { green: 0, amber: 0, red: 0, blue: 0, grey: 0 };
  for (const action of actions.filter(countsAsPrevent)) counts[ragAfter(action, today).rag] += 1;
  return counts;
}

const moves: Record<PlanStatus, readonly PlanStatus[]> = {
  draft: ["consultation"],
  consultation: ["draft", "approved"],
  approved: ["superseded"],
  superseded: [],
};

export function assertPlanCanMove(from: PlanStatus, to: PlanStatus): void {
  if (!moves[from].includes(to))
    throw new RuleBroken(
      `This plan is “${statusLabels[from]}”, so it cannot become “${statusLabels[to]}”`,
    );
}
