import { expect, test } from "vitest";

import { assertCanHold, movesAfterReview, opensOn } from "@/lib/reviews/rules";

const review = { kind: "review_6m", dueOn: "2026-09-30", heldOn: null } as const;

test("a review can be held from a month before it is due (TL-09)", () => {
  expect(opensOn("2026-09-30")).toBe("2026-08-30");
});

// prettier-ignore
test.for([
  ["on the day it opens", review, "review_6m", "2026-08-30", true],
  ["the day before it opens", review, "review_6m", "2026-08-29", false],
  ["late", review, "review_6m", "2027-01-01", true],
  ["a second time", { ...review, heldOn: "2026-09-01" }, "review_6m", "2026-09-02", false],
  ["while support has only ended", review, "exited", "2026-09-02", false],
  ["after the case went on from it", review, "review_12m", "2026-09-02", false],
] as const)("a review is held %s", ([, found, status, today, may]) => {
  const hold = () => assertCanHold(found, status, today);
  if (may) expect(hold).not.toThrow();
  else expect(hold).toThrow();
});

// prettier-ignore
test.for([
  ["review_6m", "no_concern", ["T22"]],
  ["review_6m", "other_service_need", ["T22"]],
  ["review_6m", "new_s36_referral", ["T23", "T22"]],
  ["review_12m", "no_concern", ["T24"]],
  ["review_12m", "new_s36_referral", ["T23", "T24"]],
] as const)("a %s that finds %s moves the case by %s", ([kind, outcome, moves]) => {
  expect(movesAfterReview(kind, outcome)).toEqual(moves);
});
