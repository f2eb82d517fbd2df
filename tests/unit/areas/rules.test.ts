import { expect, test } from "vitest";

import { isTaken, priorityNow, trainedByCourse, yearsToRecord } from "@/lib/areas/rules";

const said = (yearDay: string, status: "priority" | "not_priority" | "unknown" = "priority") => ({
  ...{ yearDay, status },
});

// prettier-ignore
test.for([
  ["this year's", [said("2026-04-01")], "priority"],
  ["only last year's", [said("2025-04-01")], undefined],
  [
    "next year's already, and this one",
    [said("2027-04-01"), said("2026-04-01", "not_priority")],
    "not_priority",
  ],
  [
    "two of this year, the newest first",
    [said("2026-04-01", "unknown"), said("2026-04-01")],
    "unknown",
  ],
  ["nothing", [], undefined],
] as const)("8.10 of %s the status of this year is known or not", ([, rows, status]) => {
  expect(priorityNow(rows, "2026-11-22")?.status).toBe(status);
});

test("8.10 the next year can be recorded in autumn, and the five before", () => {
  const years = yearsToRecord("2027-03-31");

  expect([years.length, years[0], years.at(-1)]).toEqual([7, "2027-04-01", "2021-04-01"]);
});

// prettier-ignore
test.for([
  ["executive_lead", null, true],
  ["executive_lead", "2026-01-01", false],
  ["prevent_lead", null, false],
  ["team", null, false],
] as const)("3.7 %s is taken by an executive lead until %s: %s", ([kind, untilDay, taken]) => {
  expect(isTaken(kind, [{ kind: "executive_lead", untilDay }])).toBe(taken);
});

test("3.7 there are many teams", () => {
  expect(isTaken("team", [{ kind: "team", untilDay: null }])).toBe(false);
});

test("3.7 training is added up by course, and what nobody declared counts for nothing", () => {
  const figures = [
    { course: "WRAP", inScope: 40, trained: 30 },
    { course: "WRAP", inScope: null, trained: null },
    { course: "WRAP", inScope: 10, trained: 10 },
    { course: "Awareness", inScope: null, trained: null },
  ];

  expect(trainedByCourse(figures)).toEqual([
    { course: "WRAP", inScope: 50, trained: 40 },
    { course: "Awareness", inScope: 0, trained: 0 },
  ]);
});
