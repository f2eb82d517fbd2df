import { expect, test } from "vitest";

import {
  chosenPeriod,
  periodChoices,
  quartersBefore,
  quartersUpTo,
} from "@/lib/insight/periods/rules";

const choices = periodChoices("2025-01-01", "2026-11-21");
const ended = choices.filter(({ kind }) => kind === "quarter").map(({ start }) => start);
const find = (code: string) => {
  const found = choices.find((choice) => choice.code === code);
  if (!found) throw new Error(`No ${code}`);
  return found;
};

test("only quarters that are over can be asked for, the latest first", () => {
  expect(ended).toEqual([
    "2026-07-01",
    "2026-04-01",
    "2026-01-01",
    "2025-10-01",
    "2025-07-01",
    "2025-04-01",
    "2025-01-01",
  ]);
  expect(periodChoices("2025-01-01", "2026-12-31")[0]?.start).toBe("2026-07-01");
  expect(periodChoices("2025-01-01", "2027-01-01")[0]?.start).toBe("2026-10-01");
});

test.for([
  ["year-2027", "Year to March 2027, so far: to September 2026", ["2026-04-01", "2026-07-01"]],
  ["year-2026", "Year to March 2026", ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"]],
  ["2026-07-01", "July to September 2026", ["2026-07-01"]],
] as const)("%s is %s", ([code, label, quarters]) => {
  expect(find(code)).toMatchObject({ label, quarters });
});

test("an address that asks for nothing there is gets the latest quarter", () => {
  expect(chosenPeriod(choices, "2026-10-01")?.code).toBe("2026-07-01");
  expect(chosenPeriod(choices, undefined)?.code).toBe("2026-07-01");
  expect(chosenPeriod([], "2026-07-01")).toBeUndefined();
});

test("the period before is as long, and of the same quarters for a year", () => {
  expect(quartersBefore(find("2026-07-01"), ended)).toEqual(["2026-04-01"]);
  expect(quartersBefore(find("year-2027"), ended)).toEqual(["2025-04-01", "2025-07-01"]);
  expect(quartersBefore(find("year-2026"), ended)).toBeNull();
});

test("a chart ends with its period", () => {
  expect(quartersUpTo(find("2025-10-01"), ended.toReversed()).at(-1)).toBe("2025-10-01");
});

test("an area that has counted nothing has nothing to choose", () => {
  expect(periodChoices(null, "2026-11-21")).toEqual([]);
});
