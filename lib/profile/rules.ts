import { RuleBroken } from "@/lib/errors";
import type { EditionStatus, RecommendationState } from "@/lib/profile/labels";

type Recommendation = { declinedDay: string | null; actions: readonly unknown[] };

/** CT-02: it is in the plan, or it is said why not, or it still waits. */
export function recommendationState({ declinedDay, actions }: Recommendation): RecommendationState {
  if (declinedDay) return "declined";
  return actions.length > 0 ? "in_plan" : "open";
}

/** CT-03: who may read an edition is looked at before anybody is briefed on it. */
export function assertMayBeBriefed({ accessReviewedAt }: { accessReviewedAt: Date | null }): void {
  if (!accessReviewedAt)
    throw new RuleBroken(
      "Review the access list for this edition first. Nobody is briefed on it before that (CT-03).",
    );
}

/** What was superseded is history: it is read, and not written in. */
export function assertIsCurrent({ status }: { status: EditionStatus }): void {
  if (status === "superseded")
    throw new RuleBroken("A later edition has superseded this one, so it stays as it was");
}

export function assertNotDeclined({ declinedDay }: Recommendation): void {
  if (declinedDay)
    throw new RuleBroken("This recommendation was not taken up, so it has no action (CT-02)");
}

/** CT-02: whoever declines what is in the plan has to take it out of the plan first. */
export function assertCanBeDeclined(recommendation: Recommendation): void {
  assertNotDeclined(recommendation);
  if (recommendation.actions.length > 0)
    throw new RuleBroken(
      "An action of the plan answers this recommendation. End the link first (CT-02).",
    );
}
