import type { CaseStatus, ReviewOutcome } from "@/lib/cases/labels";
import type { TransitionId } from "@/lib/cases/rules";
import { addMonths, type Day, formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { ReviewKind } from "./labels";

/** A review can be held from a month before it is due, so that it need not be late (TL-09). */
export const opensOn = (dueOn: Day): Day => addMonths(dueOn, -1);

type Review = { kind: ReviewKind; dueOn: Day; heldOn: Day | null };

export function assertCanHold(
  { kind, dueOn, heldOn }: Review,
  status: CaseStatus,
  today: Day,
): void {
  if (heldOn) throw new RuleBroken("This review has been recorded already");
  if (status !== kind) throw new RuleBroken("This review has not opened yet");
  if (today < opensOn(dueOn)) {
    throw new RuleBroken(`This review opens on ${formatDay(opensOn(dueOn))}`);
  }
}

/** The moves that a review makes: the case goes on, and a new concern opens another beside it. */
export function movesAfterReview(kind: ReviewKind, outcome: ReviewOutcome): TransitionId[] {
  const onward: TransitionId = kind === "review_6m" ? "T22" : "T24";
  return outcome === "new_s36_referral" ? ["T23", onward] : [onward];
}
