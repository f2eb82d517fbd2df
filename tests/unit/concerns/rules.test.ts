import { expect, test } from "vitest";

import { assertCanDecide, isOpen, statusAfter } from "@/lib/concerns/rules";
import { decideConcernSchema } from "@/lib/concerns/schema";

// prettier-ignore
test.for([
  ["noticed", "share", null],
  ["noticed", "close", /who you spoke to/],
  ["checking", "share", null],
  ["checking", "close", null],
  ["shared", "close", /already/],
  ["closed", "share", /already/],
] as const)("a concern that is %s, to %s: refused with %s", ([status, outcome, refusal]) => {
  const attempt = () => assertCanDecide(status, outcome);
  if (refusal) expect(attempt).toThrow(refusal);
  else expect(attempt).not.toThrow();
});

test("a decision ends the concern", () => {
  expect(Object.values(statusAfter).some(isOpen)).toBe(false);
});

test.for([{ outcome: "share" }, { outcome: "close", closeReason: "explained" }])(
  "as many reasons are asked whichever way it goes: $outcome",
  (choice) => {
    const decide = (length: number) =>
      decideConcernSchema.safeParse({
        concernId: "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d",
        version: "1",
        reasons: "x".repeat(length),
        ...choice,
      }).success;

    expect([decide(49), decide(50)]).toEqual([false, true]);
  },
);
