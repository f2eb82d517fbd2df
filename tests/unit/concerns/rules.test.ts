import { expect, test } from "vitest";

import {
  answersFrom,
  assertCanDecide,
  filtersFrom,
  isOpen,
  statusAfter,
} from "@/lib/concerns/rules";
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

const noticed = {
  noticed: "What was said",
  noticedOn: "2026-03-02",
  howKnown: "told_by_other",
  hatId: "ann",
} as const;

// prettier-ignore
test.for([
  [
    "both are one's own",
    "ann",
    [{ otherExplanation: "A joke", hatId: "ann" }],
    ["concern", "explanation"],
  ],
  [
    "a colleague noticed it",
    "bob",
    [{ otherExplanation: "A joke", hatId: "bob" }],
    ["explanation"],
  ],
  ["a colleague checked it", "ann", [{ otherExplanation: "A joke", hatId: "bob" }], ["concern"]],
  ["a colleague did everything", "cat", [{ otherExplanation: "A joke", hatId: "bob" }], []],
] as const)("a referral begins with what the same person typed: %s", ([, mine, checks, pages]) => {
  const answers = answersFrom(noticed, [...checks], mine);

  expect(Object.keys(answers)).toEqual(pages);
  expect(answers.concern ?? {}).not.toHaveProperty("concern"); // the type is never filled in
});

test.for([
  [
    { status: "closed", page: "2" },
    { status: "closed", page: 2 },
  ],
  [{ status: "nonsense", page: "-1" }, { page: 1 }],
  [{ status: ["closed"], page: "1e9" }, { page: 1 }],
] as const)("an address %j asks for %j", ([query, filters]) => {
  expect(filtersFrom(query as Parameters<typeof filtersFrom>[0])).toEqual(filters);
});
