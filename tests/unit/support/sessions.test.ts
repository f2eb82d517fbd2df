import { expect, test } from "vitest";

import { type CaseStatus, caseStatuses } from "@/lib/cases/labels";
import { changedContents, needsChanged, needsIn, versionOf } from "@/lib/support/needs/rules";
import type { SessionState } from "@/lib/support/sessions/labels";
import { assertCanPlan, assertCanSettle, engagementOf } from "@/lib/support/sessions/rules";

test.for(Object.keys(caseStatuses) as CaseStatus[])(
  "a session is planned at %s only if support runs",
  (status) => {
    const plan = () => assertCanPlan(status);

    if (status === "in_support") expect(plan).not.toThrow();
    else expect(plan).toThrow("not running");
  },
);

test.for([
  ["on its day", "planned", "2026-03-12", null],
  ["afterwards", "planned", "2026-03-11", null],
  ["before its day", "planned", "2026-03-13", "not come yet"],
  ["a second time", "held", "2026-03-12", "recorded already"],
  ["once it was missed", "missed", "2026-03-12", "recorded already"],
] as const)("a session is settled %s (%s): %s", ([, state, plannedOn, refusal]) => {
  const settle = () => assertCanSettle({ state, plannedOn }, "2026-03-12");

  if (refusal) expect(settle).toThrow(refusal);
  else expect(settle).not.toThrow();
});

const session = (plannedOn: string, state: SessionState) => ({ plannedOn, state });

test("engagement counts what took place by month, and says when they last met: no score (TL-10, AF-04)", () => {
  const sessions = [
    session("2026-02-26", "held"),
    session("2026-03-05", "missed"),
    session("2026-03-10", "held"),
    session("2026-03-11", "called_off"),
    session("2026-03-19", "planned"),
  ];

  expect(engagementOf(sessions, "2026-03-12")).toEqual({
    lastHeldOn: "2026-03-10",
    daysSince: 2,
    months: [
      { month: "2026-03", held: 1, missed: 1, calledOff: 1 },
      { month: "2026-02", held: 1, missed: 0, calledOff: 0 },
    ],
  });
  expect(engagementOf([], "2026-03-12")).toEqual({ lastHeldOn: null, daysSince: null, months: [] });
});

const sleep = { name: "sleep", addedIn: 1, endedIn: null };
const school = { name: "school", addedIn: 1, endedIn: 2 };
const housing = { name: "housing", addedIn: 2, endedIn: null };
const struckOut = { name: "struck out", addedIn: 2, endedIn: 2 };
const needs = [sleep, school, housing, struckOut];

test.for([
  [0, []],
  [1, [sleep, school]],
  [2, [sleep, housing]],
  [3, [sleep, housing]],
] as const)("version %i of the plan keeps the needs it had (T17)", ([version, those]) => {
  expect(needsIn(needs, version)).toEqual(those);
});

test("two versions are compared by what came and what went (T17)", () => {
  expect(needsChanged(needs, 2)).toEqual({ added: [housing], ended: [school] });
  const plan = { nature: "A mentor", provider: "Harbour" };
  expect(changedContents({ ...plan, nature: "A tutor" }, plan)).toEqual(["nature"]);
  expect(changedContents(plan, { ...plan, nature: " A mentor " })).toEqual([]);
  expect(changedContents(plan, null)).toEqual([]);
});

test.for([
  ["2", 2],
  ["0", 0],
  ["two", 0],
  ["-1", 0],
  ["99999999", 0],
] as const)("the address %s names version %i", ([address, version]) => {
  expect(versionOf(address)).toBe(version);
});
