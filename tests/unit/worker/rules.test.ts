import { expect, test } from "vitest";

import { codeOf, messageIdOf, nextTryAt } from "@/lib/worker/rules";

const now = new Date("2026-11-02T09:00:00Z");
const minutes = (tries: number, chance: number) =>
  (nextTryAt(now, tries, chance).getTime() - now.getTime()) / 60_000;

// prettier-ignore
test.for([
  [1, 0, 0.75],
  [1, 0.5, 1],
  [1, 1, 1.25],
  [2, 0.5, 2],
  [5, 0.5, 16],
  [9, 0.5, 256],
  [10, 0.5, 360],
  [40, 0.5, 360],
] as const)(
  "after try %i, and a chance of %f, a mail waits %f minutes",
  ([tries, chance, wait]) => {
    expect(minutes(tries, chance)).toBeCloseTo(wait);
  },
);

test("a mail keeps its name from try to try", () => {
  expect(messageIdOf("1b2c", "https://casebook.example:8443/")).toBe("<1b2c@casebook.example>");
});

// prettier-ignore
test.for([
  [Object.assign(new Error("full: someone@example.test"), { responseCode: 452 }), "452"],
  [Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
  [new Error("someone@example.test"), "unknown"],
  [undefined, "unknown"],
] as const)("what went wrong with %o is remembered as %s (IS-23)", ([error, code]) => {
  expect(codeOf(error)).toBe(code);
});
