import type { Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { PlanDecision } from "@/lib/plans/approval/labels";
import type { Disposition } from "@/lib/plans/consultation/labels";
import { whatWaits } from "@/lib/plans/consultation/rules";
import type { EiaStatus, PlanStatus } from "@/lib/plans/labels";
import type { FrozenAction } from "@/lib/plans/snapshots/rules";

type ToSubmit = {
  status: PlanStatus;
  eiaStatus: EiaStatus;
  comments: readonly { disposition: Disposition | null }[];
  rounds: readonly { isOpen: boolean }[];
  isSubmitted: boolean;
};

/** Why a plan cannot be put to a group yet. 4.10: what it does to people is known first; 4.3: so is what became of every comment. */
export function whyNotYet(plan: ToSubmit): string | null {
  if (plan.isSubmitted) return "The plan is with the group already";
  if (plan.status !== "consultation")
    return "Only a plan that has been out for consultation is put to a group";
  if (plan.eiaStatus !== "complete")
    return "The equality impact assessment has to be complete before the plan is put to a group";
  if (plan.rounds.some(({ isOpen }) => isOpen))
    return "A consultation is still open. Close it before the plan is put to a group.";
  return whatWaits(plan.comments);
}

export function assertCanBeSubmitted(plan: ToSubmit): void {
  const why = whyNotYet(plan);
  if (why) throw new RuleBroken(why);
}

export function assertIsSubmitted<Submission>(
  submission: Submission | null,
): asserts submission is Submission {
  if (!submission) throw new RuleBroken("The plan has not been put to a group");
}

export const isApproval = (decision: PlanDecision): boolean => decision !== "returned";

/** A group decides what it has been given. */
export const isDecidedAfter = (decided: Day, submitted: Day): boolean => decided >= submitted;

/** Only what was approved has a next version, and it has one. */
export function assertCanHaveNext(plan: { status: PlanStatus; hasNext: boolean }): void {
  if (plan.status !== "approved")
    throw new RuleBroken("Only a plan that is approved has a next version");
  if (plan.hasNext) throw new RuleBroken("The next version of this plan has been started already");
}

type Wording = { label: string; from: string; to: string };
export type Reworded = { action: FrozenAction; words: Wording[]; dueBefore: Day | null };

const compared = [
  ["reference", "Reference"],
  ["title", "What it says"],
  ["theme", "Theme"],
  ["owner", "Led by"],
  ["ownerRole", "Post of the owner"],
  ["priority", "Priority"],
] as const;

/** What an action says in this version that it did not say in the one before, under one key for both. */
export function reworded(
  before: readonly FrozenAction[],
  after: readonly FrozenAction[],
): Reworded[] {
  const then = new Map(before.map((action) => [action.actionId, action]));
  return after.flatMap((action) => {
    const earlier = then.get(action.actionId);
    if (!earlier) return [];
    const words = compared.flatMap(([key, label]) =>
      earlier[key] === action[key] ? [] : [{ label, from: earlier[key], to: action[key] }],
    );
    const dueBefore = earlier.dueDay === action.dueDay ? null : earlier.dueDay;
    return words.length > 0 || dueBefore ? [{ action, words, dueBefore }] : [];
  });
}
