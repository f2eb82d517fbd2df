import { expect, test } from "vitest";
import type { Need } from "@/lib/cases/needs/labels";
import { shouldInvolveHealth } from "@/lib/cases/needs/rules";
import { addNeedSchema } from "@/lib/cases/needs/schema";

const aNeed = (need: Need | null, stands = true) => ({ kind: "need" as const, need, stands });

// prettier-ignore
test.for([
  ["mental health", [aNeed("mental_health")], false, true],
  ["neurodiversity", [aNeed("neurodiversity")], false, true],
  ["another need", [aNeed("bullying")], false, false],
  ["no need at all", [], false, false],
  ["one that stands no more", [aNeed("mental_health", false)], false, false],
  ["health has been asked", [aNeed("mental_health")], true, false],
] as const)("AF-08 health is to be involved for %s", ([, entries, isHealthInvolved, is]) => {
  expect(shouldInvolveHealth([...entries], { isHealthInvolved })).toBe(is);
});

const whole = {
  caseId: "0198c0de-0000-7000-8000-000000000001",
  kind: "need",
  need: "bullying",
  certainty: "known",
  words: "He is bullied on the bus.",
  source: "His mother",
  asOf: "2/3/2026",
};

test("a need says which it is, and whether it is known or suspected", () => {
  expect(addNeedSchema.safeParse(whole).success).toBe(true);
  expect(addNeedSchema.safeParse({ ...whole, need: "" }).success).toBe(false);
  expect(addNeedSchema.safeParse({ ...whole, kind: "person_view", need: "" }).success).toBe(true);
  expect(addNeedSchema.safeParse({ ...whole, certainty: "" }).success).toBe(false);
});
