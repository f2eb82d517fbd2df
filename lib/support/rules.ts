import { RuleBroken } from "@/lib/errors";
import type { ActionStatus } from "@/lib/support/labels";

/** What a plan has to say (section 36(5)), and what we ask besides, with the words for each. */
export const planContents = {
  consentHow: "how consent will be asked for",
  consentWhen: "when consent will be asked for",
  consentBy: "who will ask for consent",
  nature: "what the support is",
  provider: "who gives the support",
  howProvided: "how the support is given",
  whenProvided: "when the support is given",
  objective: "what the plan is for",
  safeguardingContact: "who to tell of a safeguarding worry",
  exitCriteria: "when support can end",
} as const;
export type PlanContent = keyof typeof planContents;
export type Plan = Partial<Record<PlanContent, string | null>>;

/** What the plan does not say yet. Nothing left means that it can be offered (T11). */
export function missingFromPlan(plan: Plan): PlanContent[] {
  const contents = Object.keys(planContents) as PlanContent[];
  return contents.filter((content) => !plan[content]?.trim());
}

export const isPlanComplete = (plan: Plan): boolean => missingFromPlan(plan).length === 0;

const nextStatuses: Record<ActionStatus, readonly ActionStatus[]> = {
  not_started: ["in_progress", "cancelled"],
  in_progress: ["done", "cancelled"],
  done: [],
  cancelled: [],
};

/** C-09: nothing in a plan starts, or is finished, while consent is not given. */
export function assertActionCanBecome(
  from: ActionStatus,
  to: ActionStatus,
  isConsentGiven: boolean,
): void {
  if (!nextStatuses[from].includes(to)) {
    throw new RuleBroken("This action has already ended, or has not been started.");
  }
  if (to !== "cancelled" && !isConsentGiven) {
    throw new RuleBroken("Support cannot start or go on before consent is given.");
  }
}

/** The action statuses that may stand while consent is not given (C-09). */
export const statusesWithoutConsent = [
  "not_started",
  "cancelled",
] as const satisfies ActionStatus[];

/** Nothing is left running when support ends. */
export function assertPlanCanEnd(statuses: readonly ActionStatus[]): void {
  if (statuses.some((status) => status === "not_started" || status === "in_progress")) {
    throw new RuleBroken("Finish or cancel every action in the plan before support ends.");
  }
}
