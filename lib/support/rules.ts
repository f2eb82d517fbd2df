import type { CaseStatus } from "@/lib/cases/labels";
import { RuleBroken } from "@/lib/errors";
import type { ActionStatus } from "@/lib/tracker/labels";
import { isOpen } from "@/lib/tracker/rules";

/** What a plan has to say (section 36(5)), and what we ask besides, with the words for each. */
export const planContents = {
  consentAsked: "how, when and by whom consent will be asked for",
  nature: "what the support is",
  provider: "who gives the support",
  delivery: "how and when the support is given",
  objective: "what the plan is for",
  exitCriteria: "when support can end",
  safeguardingContact: "who to tell of a safeguarding worry",
} as const;
export type PlanContent = keyof typeof planContents;
export type Plan = Partial<Record<PlanContent, string | null>>;

/** What the plan does not say yet. Nothing left means that it can be offered (T11). */
export function missingFromPlan(plan: Plan): PlanContent[] {
  const contents = Object.keys(planContents) as PlanContent[];
  return contents.filter((content) => !plan[content]?.trim());
}

export const isPlanComplete = (plan: Plan): boolean => missingFromPlan(plan).length === 0;

/** Nothing is left running when support ends. */
export function assertPlanCanEnd(statuses: readonly ActionStatus[]): void {
  if (statuses.some(isOpen)) {
    throw new RuleBroken("Finish or cancel every action in the plan before support ends.");
  }
}

type Standing = {
  status: CaseStatus;
  /** When the plan was last written, and when the panel last decided to revise it. */
  writtenAt: Date | null;
  revisedAt: Date | null;
};

/** A plan is drafted before and while consent is asked for. Once support runs, the panel revises it (T17). */
export function whyPlanStands({ status, writtenAt, revisedAt }: Standing): string | null {
  if (status === "panel_listed" || status === "consent_pending") return null;
  if (status !== "in_support") return "A case at this stage has no support plan to write.";
  const isRevised = revisedAt !== null && (writtenAt === null || writtenAt <= revisedAt);
  return isRevised ? null : "The panel has to decide to revise the plan before it is changed.";
}

export function assertCanWritePlan(standing: Standing): void {
  const sentence = whyPlanStands(standing);
  if (sentence) throw new RuleBroken(sentence);
}

export function assertCanAddAction(status: CaseStatus, hasPlan: boolean): void {
  if (status !== "panel_listed" && status !== "consent_pending" && status !== "in_support") {
    throw new RuleBroken("A case at this stage has no support plan.");
  }
  if (!hasPlan) throw new RuleBroken("Write the support plan before you add what it does.");
}
