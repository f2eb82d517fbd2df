import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addUpTables,
  type Cell,
  cellText,
  conversion,
  type OneWay,
  rate,
  rateText,
  suppress,
  suppressCount,
  suppressPipeline,
} from "@/lib/insight/rules";

const words = <Code extends string>({ cells, total }: OneWay<Code>) => [
  ...Object.values<Cell>(cells).map(cellText),
  cellText(total),
];

const tableOf = (counts: number[]) =>
  Object.fromEntries(counts.map((count, at) => [`c${at}`, count]));

test.for([
  ["nothing is small", [12, 7, 5], ["12", "7", "5", "24"]],
  ["one is small: the largest is a range", [12, 7, 3], ["11 to 15", "7", "<5", "22"]],
  ["nought is small too", [12, 7, 0], ["8 to 12", "7", "<5", "19"]],
  ["two are small", [20, 4, 4], ["20 to 28", "<5", "<5", "28"]],
  ["a range no lower than those shown", [9, 8, 0], ["8 to 9", "8", "<5", "17"]],
  ["many are small", [20, 9, 1, 0, 2], ["11 to 23", "9", "<5", "<5", "<5", "32"]],
  ["everything is small", [2, 1, 3], ["<5", "<5", "<5", "6"]],
  ["everything is small and full", [4, 4, 4], ["0 to 12", "0 to 12", "0 to 12", "12"]],
  ["the total is small", [2, 1, 0], ["<5", "<5", "<5", "<5"]],
] as const)("IS-21 %s", ([, counts, shown]) => {
  expect(words(suppress(tableOf([...counts])))).toEqual(shown);
});

// The attacker knows how it is done. They lay out every table of whole numbers, publish each in the
// same way, and keep those that look like the one before them.

function* tablesOf(parts: number, total: number): Generator<number[]> {
  if (parts === 1) return yield [total];
  for (let first = 0; first <= total; first++) {
    for (const rest of tablesOf(parts - 1, total - first)) yield [first, ...rest];
  }
}

type Publish = (table: number[]) => unknown;

/** The least and the most of each count, over all the tables that look like this one. */
function boundsOf(truth: number[], publish: Publish): [low: number, high: number][] {
  const seen = JSON.stringify(publish(truth));
  const size = truth.reduce((sum, count) => sum + count, 0);
  const sizes = size <= 4 ? [0, 1, 2, 3, 4] : [size];
  const bounds = truth.map((count): [number, number] => [count, count]);
  for (const table of sizes.flatMap((total) => [...tablesOf(truth.length, total)])) {
    if (JSON.stringify(publish(table)) !== seen) continue;
    table.forEach((count, at) => {
      const [low, high] = bounds[at] ?? [count, count];
      bounds[at] = [Math.min(low, count), Math.max(high, count)];
    });
  }
  return bounds;
}

/** Nobody can tell that there is somebody, and yet fewer than five. */
const isSafe = ([low, high]: [number, number]) => low === 0 || high >= 5;

const countsOf = (parts: number) =>
  fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 11 })), {
    minLength: parts,
    maxLength: parts,
  });

const asPublished: Publish = (table) => suppress(tableOf(table));

describe("IS-21 somebody who knows how it is done", () => {
  test.for([2, 3, 4])("tells no small count of %s, nor that it is one to four", (parts) => {
    fc.assert(
      fc.property(countsOf(parts), (truth) => {
        expect(boundsOf(truth, asPublished).every(isSafe)).toBe(true);
      }),
      { numRuns: parts === 4 ? 60 : 400 },
    );
  });

  test("would find a small count whose table was suppressed with less care", () => {
    const careless: Publish = (table) => [
      table.map((count) => cellText(suppressCount(count))),
      table.reduce((sum, count) => sum + count, 0),
    ];

    expect(boundsOf([12, 7, 3], careless)).toContainEqual([3, 3]);
  });

  test("learns nothing from a year that the quarters did not tell", () => {
    fc.assert(
      fc.property(fc.array(countsOf(3), { minLength: 4, maxLength: 4 }), (quarters) => {
        const published = addUpTables(quarters.map((truth) => suppress(tableOf(truth))));
        const known = quarters.map((truth) => boundsOf(truth, asPublished));

        Object.values(published.cells).forEach((cell, at) => {
          const least = known.reduce((sum, bounds) => sum + (bounds[at]?.[0] ?? Number.NaN), 0);
          const most = known.reduce((sum, bounds) => sum + (bounds[at]?.[1] ?? Number.NaN), 0);
          expect(cell.low).toBeLessThanOrEqual(least);
          expect(cell.high).toBeGreaterThanOrEqual(most);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("cannot subtract one stage of the pipeline from another, nor use its percentages", () => {
    const stagesOf = ([stayed = 0, heard = 0, adopted = 0]: number[]) => ({
      referrals: stayed + heard + adopted,
      discussed: heard + adopted,
      adopted,
    });
    const inStages: Publish = (table) => {
      const pipeline = suppressPipeline(stagesOf(table));
      return [pipeline, conversion(pipeline)];
    };
    fc.assert(
      fc.property(countsOf(3), (truth) => {
        const { discussed } = suppressPipeline(stagesOf(truth));

        expect(boundsOf(truth, inStages).every(isSafe)).toBe(true);
        expect(isSafe([discussed.low, discussed.high])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("a year says the least and the most that its quarters allow", () => {
  const quarters = [
    { health: 3, education: 12, police: 9 },
    { health: 7, education: 12, police: 9 },
    { health: 8, education: 15, police: 9 },
    { health: 6, education: 10, police: 9 },
  ];

  const year = addUpTables(quarters.map(suppress));

  expect(cellText(year.cells.education)).toBe("48 to 52");
  expect(cellText(year.cells.health)).toBe("21 to 25");
  expect(cellText(year.total)).toBe("109");
});

test.for([
  [{ referrals: 40, discussed: 20, adopted: 10 }, "50%", "25%"],
  [{ referrals: 40, discussed: 12, adopted: 3 }, "23% to 33%", "0% to 10%"],
  [{ referrals: 40, discussed: 38, adopted: 20 }, "90% to 100%", "45% to 55%"],
  [{ referrals: 4, discussed: 2, adopted: 1 }, "Not shown", "Not shown"],
] as const)("REP-01 %o converts as %s and %s", ([stages, discussed, adopted]) => {
  const converted = conversion(suppressPipeline(stages));

  expect(rateText(converted.discussed)).toBe(discussed);
  expect(rateText(converted.adopted)).toBe(adopted);
});

test("REP-07 a rate needs a base", () => {
  expect(rate(suppressCount(10), suppressCount(19), { base: 20 })).toBeNull();
  expect(rate(suppressCount(10), suppressCount(20), { base: 20 })).toEqual({ low: 50, high: 50 });
  expect(rate(suppressCount(3), suppressCount(3))).toBeNull();
  expect(rate(suppressCount(3), suppressCount(20))).toEqual({ low: 0, high: 20 });
});

test("where a quarter heard more than it received, each stage stands by itself", () => {
  const { referrals, discussed, adopted } = suppressPipeline({
    referrals: 5,
    discussed: 6,
    adopted: 2,
  });

  expect([referrals, discussed, adopted].map(cellText)).toEqual(["5", "6", "<5"]);
});
