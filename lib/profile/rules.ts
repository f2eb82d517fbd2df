import { RuleBroken } from "@/lib/errors";
import type { EditionStatus, RecommendationState } from "@/lib/profile/labels";

/** What looks like somebody: a title and a name, an address for mail, a telephone, a birth, a house (CT-04). */
const ofSomebody = [
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Imam|Sheikh|Rev|Cllr|Councillor|PC|DC|DS|DI|Sgt)\.?\s+(?!of\b)\p{Lu}\p{L}+/u,
  /@[\w-]{1,63}\.\w/,
  /(?:\+44|\b0)\d[\d ]{8,12}\b/,
  /\b(?:born (?:on|in)|date of birth|d\.?o\.?b\.?)\b/i,
  /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/,
  /\b(?:called|named|known as)\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u,
];

/** No field takes more: what is longer is refused for its length, and not read. */
const longest = 10_000;

/** Whether words look as if they were about somebody in particular. It catches slips, and replaces no reader. */
export const namesSomebody = (words: string): boolean =>
  ofSomebody.some((pattern) => pattern.test(words.slice(0, longest)));

export const namesNobody =
  "Take out what could point to a person: names, dates of birth, addresses, emails and telephone numbers (CT-04)";

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
