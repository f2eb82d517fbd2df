import { expect, test } from "vitest";

import type { TellingStage } from "@/lib/told/labels";
import {
  assertLookedAgain,
  assertLooksAgainInTime,
  isToLookAgain,
  lastOn,
  pageOf,
  stagesReached,
} from "@/lib/told/rules";
import { recordTellingSchema, settleUntoldSchema } from "@/lib/told/schema";

const beginning = { isDecided: false, adoptedOn: null, exitedOn: null, isKept: false };

test.for([
  ["that was just opened", {}, ["referral"]],
  ["that the panel has considered", { isDecided: true }, ["referral", "panel"]],
  [
    "that was adopted",
    { isDecided: true, adoptedOn: "2026-03-12" },
    ["referral", "panel", "adoption"],
  ],
  [
    "that has left support",
    { isDecided: true, adoptedOn: "2026-03-12", exitedOn: "2026-09-12", isKept: true },
    ["referral", "panel", "adoption", "exit", "erasure"],
  ],
] as const)(
  "in a case %s the person is told of each stage it has come to (TR-02)",
  ([, journey, stages]) => {
    expect(stagesReached({ ...beginning, ...journey })).toEqual(stages);
  },
);

const telling = (
  number: number,
  isTold: boolean,
  onDay: string,
  stage: TellingStage = "panel",
) => ({
  number,
  isTold,
  onDay,
  stage,
});

test.for([
  ["before the review", telling(1, false, "2026-03-11"), "2026-03-12", true],
  ["at the review", telling(1, false, "2026-03-12"), "2026-03-12", false],
  ["with no review yet", telling(1, false, "2026-03-11"), null, false],
  ["and the person was told", telling(1, true, "2026-03-11"), "2026-03-12", false],
  ["never", null, "2026-03-12", false],
] as const)(
  "a reason not to tell, looked at %s, is looked at again: %s (TR-02)",
  ([, last, reviewedOn, is]) => {
    expect(isToLookAgain(last, reviewedOn)).toBe(is);
  },
);

test("the last word on a stage counts, and no other stage's", () => {
  const tellings = [
    telling(1, false, "2026-03-01"),
    telling(2, true, "2026-03-09"),
    telling(3, false, "2026-03-10", "referral"),
  ];

  expect(lastOn(tellings, "panel")?.number).toBe(2);
  expect(lastOn(tellings, "exit")).toBeNull();
  expect(() => assertLookedAgain(tellings, "2026-03-10")).not.toThrow();
  expect(() => assertLookedAgain(tellings, "2026-03-11")).toThrow("still holds");
});

test.for([
  ["2027-03-12", true],
  ["2027-03-13", false],
] as const)("what is decided of it is looked at again by %s: %s (TR-03)", ([on, is]) => {
  const decide = () => assertLooksAgainInTime(on, "2026-03-12");

  if (is) expect(decide).not.toThrow();
  else expect(decide).toThrow();
});

const caseId = "0198c0de-0000-7000-8000-000000000001";
const told = {
  ...{ caseId, version: "0", stage: "panel", isTold: "yes", onDay: "3/3/2026" },
  ...{ toldWhom: "both", toldBy: "Cora", method: "in_person" },
};
const untold = {
  ...{ caseId, version: "0", stage: "panel", isTold: "no", onDay: "3/3/2026" },
  ...{ exemption: "risk_to_child", reasons: "A brother of four is at home." },
};
const fields = (answers: object) =>
  recordTellingSchema.safeParse(answers).error?.issues.map(({ path }) => path[0]) ?? [];

test.for([
  ["told", told, []],
  ["told, by nobody", { ...told, toldBy: "" }, ["toldBy"]],
  ["told, nobody says whom", { ...told, toldWhom: "" }, ["toldWhom"]],
  ["told, nobody says how", { ...told, method: "" }, ["method"]],
  ["not told", untold, []],
  ["not told, for no reason the law knows", { ...untold, exemption: "" }, ["exemption"]],
  ["not told, and not said why it holds", { ...untold, reasons: "" }, ["reasons"]],
  ["neither", { ...told, isTold: undefined }, ["isTold"]],
] as const)("a person is %s (TR-02, IS-05)", ([, answers, wrong]) => {
  expect(fields(answers)).toEqual(wrong);
});

test("information governance cannot say for the coordinator that somebody was told (TR-03)", () => {
  const settled = { taskId: caseId, version: "1", outcome: "told", reasons: "x".repeat(30) };

  const parsed = settleUntoldSchema.safeParse({ ...settled, lookAgainOn: "1/1/2099" });

  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(["outcome"]);
});

test.for([
  ["3", 3],
  ["0", 1],
  [undefined, 1],
  [["2", "3"], 1],
] as const)("the address %s opens page %i", ([address, page]) => {
  expect(pageOf(address as string | undefined)).toBe(page);
});
