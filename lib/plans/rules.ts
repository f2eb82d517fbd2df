import { type Day, daysBetween } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import {
  type Benchmark,
  crossWalk,
  type EiaStatus,
  type Objective,
  type ObjectiveScheme,
  objectivesIn,
  type PlanStatus,
  type Rag,
  statusLabels,
  type Workstream,
} from "@/lib/plans/labels";
import type { ActionStatus } from "@/lib/tracker/labels";

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

const moves: Record<PlanStatus, readonly PlanStatus[]> = {
  draft: ["consultation"],
  consultation: ["draft", "approved"],
  approved: ["superseded"],
  superseded: [],
};

export const movesFrom = (status: PlanStatus): readonly PlanStatus[] => moves[status];

export function assertPlanCanMove(from: PlanStatus, to: PlanStatus): void {
  if (!moves[from].includes(to))
    throw new RuleBroken(
      `This plan is “${statusLabels[from]}”, so it cannot become “${statusLabels[to]}”`,
    );
}

/** Approval is the group's own act, and waits for the equality impact assessment. */
export function assertPlanCanBeApproved({ eiaStatus }: { eiaStatus: EiaStatus }): void {
  if (eiaStatus !== "complete")
    throw new RuleBroken(
      "The equality impact assessment has to be complete before the plan is approved",
    );
}

/** It is what the plan was approved with. */
export function assertEiaIsOpen({ status }: { status: PlanStatus }): void {
  if (status === "approved" || status === "superseded")
    throw new RuleBroken("The plan has been approved, so its assessment stays as it was");
}

/** What was superseded stays as it was. */
export function assertPlanIsOpen({ status }: { status: PlanStatus }): void {
  if (status === "superseded")
    throw new RuleBroken("This plan has been superseded, so it stays as it was");
}

type Period = { status: PlanStatus; startDay: Day; endDay: Day };

/** The approved plan whose period this is; of two, the one that began later. */
export function planInForce<Plan extends Period>(
  plans: readonly Plan[],
  today: Day,
): Plan | undefined {
  return plans
    .filter(
      ({ status, startDay, endDay }) =>
        status === "approved" && startDay <= today && today <= endDay,
    )
    .sort((a, b) => b.startDay.localeCompare(a.startDay))[0];
}

/** How the tracker says what a colour says. */
export const statusOf: Record<Rag, ActionStatus> = {
  grey: "not_started",
  green: "in_progress",
  amber: "in_progress",
  red: "in_progress",
  blue: "done",
};

/** Why the percentage and the colour cannot both be true. */
export function percentDisagrees(rag: Rag, percent: number): string | undefined {
  if (rag === "blue" && percent < 100) return "An action that is done must be 100 percent done";
  if (rag === "grey" && percent > 0) return "An action that has not started must be 0 percent done";
}

export type PlanFilter = {
  theme?: string;
  rag?: Rag;
  organisation?: string;
  workstream?: Workstream;
  overdue?: boolean | "yes";
  area?: string;
  /** Of either library: the cross-walk finds what follows the other. */
  objective?: Objective;
  benchmark?: Benchmark;
};

/** The objectives of a plan's own library that are this one, or grew out of it or into it (0.2). */
export const followedAs = (scheme: ObjectiveScheme, objective: Objective): readonly Objective[] =>
  (objectivesIn[scheme] as readonly Objective[]).includes(objective)
    ? [objective]
    : crossWalk[objective];

type Ordered = { reference: string };

/** References as people count: 2.9 before 2.10. */
export const byReference = (one: Ordered, other: Ordered): number =>
  one.reference.localeCompare(other.reference, "en", { numeric: true });

/** Of a plan for several areas, an action is for those it names, or for all of them (3.5). */
export const isFor = ({ forAreas }: { forAreas: readonly string[] }, areaId: string): boolean =>
  forAreas.length === 0 || forAreas.includes(areaId);
