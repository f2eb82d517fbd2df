import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addUpTables,
  type Cell,
  cellText,
  conversion,
  isCountable,
  type OneWay,
  rate,
  suppress,
  suppressCount,
  suppressPipeline,
  suppressTwoWay,
} from "@/lib/insight/rules";

const words = <Code extends string>({ cells, total }: OneWay<Code>) => [
  ...Object.values<Cell>(cells).map(cellText),
  cellText(total),
];

const tableOf = (counts: number[]) =>
  Object.fromEntries(counts.map((count, at) => [`c${at}`, count]));

// prettier-ignore
test.for([
  ["nothing is small", [12, 7, 5], ["12", "7", "5", "24"]],
  ["one is small: another goes", [12, 7, 3], ["12", "Not shown", "<5", "22"]],
  ["nought is small too", [12, 7, 0], ["12", "Not shown", "<5", "19"]],
  ["two that add up", [20, 4, 4], ["Not shown", "<5", "<5", "28"]],
  ["a tie gives itself away", [5, 5, 9, 3], ["Not shown", "Not shown", "9", "<5", "22"]],
  ["many are small", [20, 1, 0, 2, 0], ["20", "<5", "<5", "<5", "<5", "23"]],
  [
    "many are small and nearly full",
    [20, 9, 4, 4, 4, 4],
    ["20", "Not shown", "<5", "<5", "<5", "<5", "45"],
  ],
  ["everything is small", [2, 1, 3], ["<5", "<5", "<5", "6"]],
  ["everything is small and full", [4, 4, 4], ["Not shown", "Not shown", "Not shown", "12"]],
  ["the total is small", [2, 1, 0], ["<5", "<5", "<5", "<5"]],
] as const)("IS-21 %s", ([, counts, shown]) => {
  expect(words(suppress(tableOf([...counts])))).toEqual(shown);
});

// What an attacker can do: every table of whole numbers that would have looked the same. They know
// what each sign means, and that a count withheld is no larger than the smallest one shown.

function* tablesLike(table: OneWay<string>, upTo: number): Generator<number[]> {
  const cells = Object.values(table.cells);
  const shown = cells.filter(({ kind }) => kind === "exact").map(({ low }) => low);
  const most = Math.min(upTo, ...shown);
  const choices = cells.map(({ kind, low, high }) =>
    kind === "withheld" && low > 0 ? [low, Math.max(low, Math.min(high, most))] : [low, high],
  ) as [number, number][];
  yield* fill(choices, table.total.low, table.total.high);
}

function* fill(choices: [number, number][], low: number, high: number): Generator<number[]> {
  const [first, ...rest] = choices;
  if (!first) {
    if (low <= 0 && high >= 0) yield [];
    return;
  }
  for (let count = first[0]; count <= Math.min(first[1], high); count++) {
    for (const others of fill(rest, low - count, high - count)) yield [count, ...others];
  }
}

function boundsOf(tables: Iterable<number[]>): [low: number, high: number][] {
  const bounds: [number, number][] = [];
  for (const table of tables) {
    table.forEach((count, at) => {
      const [low, high] = bounds[at] ?? [count, count];
      bounds[at] = [Math.min(low, count), Math.max(high, count)];
    });
  }
  return bounds;
}

/** Nobody can tell that there is somebody, and yet fewer than five. */
const isSafe = ([low, high]: [number, number]) => low === 0 || high >= 5;

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 })), {
  minLength: 2,
  maxLength: 5,
});

describe("IS-21 an attacker with every table that looks the same", () => {
  test("tells no count of one to four, nor that it is one to four", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const table = suppress(tableOf(values));
        const bounds = boundsOf(tablesLike(table, 60));

        expect(bounds).toHaveLength(values.length);
        values.forEach((value, at) => {
          const [low, high] = bounds[at] ?? [Number.NaN, Number.NaN];
          expect(value >= low && value <= high).toBe(true);
          if (value >= 1 && value <= 4) expect(isSafe([low, high])).toBe(true);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test("is the attacker who finds a count that is hidden by itself", () => {
    const careless: OneWay<string> = {
      cells: { a: suppressCount(12), b: suppressCount(7), c: suppressCount(3) },
      total: suppressCount(22),
    };

    expect(boundsOf(tablesLike(careless, 60))[2]).toEqual([3, 3]);
  });

  test("learns nothing from a year that the quarters did not tell", () => {
    const year = fc.integer({ min: 2, max: 4 }).chain((length) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: length, maxLength: length }), {
        minLength: 4,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(year, (quarters) => {
        const tables = quarters.map((values) => suppress(tableOf(values)));
        const published = addUpTables(tables);
        const known = tables.map((table) => boundsOf(tablesLike(table, 60)));

        Object.values(published.cells).forEach((cell, at) => {
          const least = known.reduce((sum, bounds) => sum + (bounds[at]?.[0] ?? Number.NaN), 0);
          const most = known.reduce((sum, bounds) => sum + (bounds[at]?.[1] ?? Number.NaN), 0);
          expect(cell.low <= least && cell.high >= most).toBe(true);
          const truth = quarters.reduce((sum, values) => sum + (values[at] ?? Number.NaN), 0);
          expect(truth >= cell.low && truth <= cell.high).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("cannot subtract one stage of the pipeline from another", () => {
    const stages = fc
      .tuple(...([0, 0, 0].map(() => fc.integer({ min: 0, max: 14 })) as [Whole, Whole, Whole]))
      .map(([stayed, heard, adopted]) => ({
        referrals: stayed + heard + adopted,
        discussed: heard + adopted,
        adopted,
      }));
    fc.assert(
      fc.property(stages, (truth) => {
        const shown = suppressPipeline(truth);
        const alike = pipelinesLike(shown);
        const parts = ({ referrals, discussed, adopted }: typeof truth) => [
          referrals,
          discussed,
          adopted,
          referrals - discussed,
          discussed - adopted,
        ];
        const bounds = boundsOf(alike.map(parts));

        parts(truth).forEach((value, at) => {
          const found = bounds[at] ?? [Number.NaN, Number.NaN];
          if (value >= 1 && value <= 4) expect(isSafe(found)).toBe(true);
        });
        expect(bounds[0]?.[0]).toBeLessThanOrEqual(truth.referrals);
      }),
      { numRuns: 1500 },
    );
  });
});

type Whole = fc.Arbitrary<number>;

function pipelinesLike({ referrals, discussed, adopted }: ReturnType<typeof suppressPipeline>) {
  const found: { referrals: number; discussed: number; adopted: number }[] = [];
  for (let all = referrals.low; all <= referrals.high; all++) {
    for (let heard = discussed.low; heard <= Math.min(all, discussed.high); heard++) {
      for (let taken = adopted.low; taken <= Math.min(heard, adopted.high); taken++) {
        found.push({ referrals: all, discussed: heard, adopted: taken });
      }
    }
  }
  return found;
}

test("a year says the least and the most that its quarters allow", () => {
  const { rows } = suppressTwoWay({
    q1: { health: 3, education: 12, police: 9 },
    q2: { health: 7, education: 12, police: 9 },
    q3: { health: 8, education: 15, police: 9 },
    q4: { health: 6, education: 10, police: 9 },
  });

  expect(cellText(rows.cells.education)).toBe("49");
  expect(cellText(rows.cells.health)).toBe("21 to 25");
  expect(cellText(rows.total)).toBe("109");
});

// prettier-ignore
test.for([
  [
    { referrals: 40, discussed: 20, adopted: 10 },
    { discussed: 50, adopted: 25 },
  ],
  [
    { referrals: 40, discussed: 12, adopted: 3 },
    { discussed: 30, adopted: null },
  ],
  [
    { referrals: 40, discussed: 38, adopted: 20 },
    { discussed: null, adopted: 50 },
  ],
  [
    { referrals: 4, discussed: 2, adopted: 1 },
    { discussed: null, adopted: null },
  ],
] as const)("REP-01 %o converts as %o", ([stages, rates]) => {
  expect(conversion(suppressPipeline(stages))).toEqual(rates);
});

test("REP-07 a rate needs a base", () => {
  expect(rate(suppressCount(10), suppressCount(19), { base: 20 })).toBeNull();
  expect(rate(suppressCount(10), suppressCount(20), { base: 20 })).toBe(50);
  expect(rate(suppressCount(3), suppressCount(20))).toBeNull();
});

test("a stage that grew is a fault in the counting", () => {
  expect(() => suppressPipeline({ referrals: 5, discussed: 6, adopted: 0 })).toThrow();
});

test("only a quarter that is over is counted", () => {
  expect(isCountable({ end: "2026-03-31" }, "2026-03-31")).toBe(false);
  expect(isCountable({ end: "2026-03-31" }, "2026-04-01")).toBe(true);
});
