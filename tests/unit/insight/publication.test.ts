import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureCodes } from "@/lib/cases/labels";
import { dimensionsOf, type Measure } from "@/lib/insight/labels";
import { periodChoices } from "@/lib/insight/periods/rules";
import {
  type Counted,
  categoriesOf,
  pipelineOf,
  tableOf,
  timedKinds,
  timelinessOf,
} from "@/lib/insight/publication/rules";
import { cellText } from "@/lib/insight/rules";
import { difference, isSafe, narrowed, type Published, within } from "@/tests/support/attacker";

const choices = periodChoices("2025-01-01", "2026-11-21");
const quarters = choices.filter(({ kind }) => kind === "quarter");

const few = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }) },
);

type Key = Omit<Counted, "n">;
const keys: Key[] = quarters.flatMap(({ start: quarter }) => [
  ...(["sector", "age_band", "gender", "concern"] as const).flatMap((dimension) =>
    categoriesOf[dimension].map((category) => ({
      quarter,
      measure: "referrals",
      dimension,
      category,
    })),
  ),
  ...Object.keys(closureCodes).map((category) => ({
    quarter,
    measure: "closed",
    dimension: "closure_reason",
    category,
  })),
  ...timedKinds.flatMap((category) =>
    ["clock_met", "clock_missed"].map((measure) => ({
      quarter,
      measure,
      dimension: "clock",
      category,
    })),
  ),
  ...["referrals", "discussed", "adopted"].map((measure) => ({
    quarter,
    measure,
    dimension: "all",
    category: "all",
  })),
]);

/** Counts of every kind in every quarter, mostly small. */
const world = fc
  .array(few, { minLength: keys.length, maxLength: keys.length })
  .map((counts) => keys.map((key, index): Counted => ({ ...key, n: counts[index] ?? 0 })));

const pairs = (Object.entries(dimensionsOf) as [Measure, readonly never[]][]).flatMap(
  ([measure, dimensions]) => dimensions.map((dimension) => [measure, dimension] as const),
);

/** Every table that the page can be made to show for a period. */
function tablesOf(rows: Counted[], of: string[]): Published[] {
  return [
    ...pairs.map(([measure, dimension]) => tableOf(rows, of, measure, dimension)),
    ...timelinessOf(rows, of).map(({ met, missed, total }) => ({ cells: { met, missed }, total })),
  ];
}

describe("IS-21, SEC-14 whoever holds every view of the page", () => {
  test("finds no group of one to four in any table of any period", () => {
    fc.assert(
      fc.property(world, (rows) => {
        for (const { quarters: of } of choices)
          for (const table of tablesOf(rows, of))
            expect(Object.values(narrowed(table)).every(isSafe)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("finds no more by taking the other quarters from a year", () => {
    fc.assert(
      fc.property(world, (rows) => {
        for (const { quarters: of } of choices.filter(({ kind }) => kind === "year")) {
          const year = tablesOf(rows, of);
          for (const left of of) {
            const rest = of.filter((quarter) => quarter !== left);
            if (rest.length === 0) continue;
            const [others, alone] = [tablesOf(rows, rest), tablesOf(rows, [left])];
            year.forEach(({ cells, total }, at) => {
              for (const [code, cell] of Object.entries(cells)) {
                const [other, one] = [others[at]?.cells[code], alone[at]?.cells[code]];
                if (other && one) expect(within(difference(cell, other), one)).toBe(true);
              }
              const [other, one] = [others[at]?.total, alone[at]?.total];
              if (other && one) expect(within(difference(total, other), one)).toBe(true);
            });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test("cannot take one stage of the pipeline from another", () => {
    fc.assert(
      fc.property(
        fc.array(few, { minLength: 3, maxLength: 3 }),
        ([stayed = 0, heard = 0, adopted = 0]) => {
          const [{ start: quarter } = { start: "" }] = quarters;
          const stages = {
            referrals: stayed + heard + adopted,
            discussed: heard + adopted,
            adopted,
          };
          const rows = Object.entries(stages).map(([measure, n]) => ({
            quarter,
            measure,
            dimension: "all",
            category: "all",
            n,
          }));
          const shown = pipelineOf(rows, [quarter]);

          expect(isSafe(difference(shown.referrals, shown.discussed))).toBe(true);
          expect(isSafe(difference(shown.discussed, shown.adopted))).toBe(true);
          expect(isSafe(difference(shown.referrals, shown.adopted))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("a stage of the pipeline is not shown by a dimension: two stages could be subtracted", () => {
  expect(() => tableOf([], ["2026-07-01"], "adopted", "sector")).toThrow();
  expect(() => tableOf([], ["2026-07-01"], "discussed", "gender")).toThrow();
});

test("REP-03 mistaken and disproved referrals are one group, and its reasons are not shown", () => {
  const row = (category: string, n: number) => ({
    quarter: "2026-07-01",
    measure: "closed",
    dimension: "closure_reason",
    category,
    n,
  });
  const rows = [
    row("misguided", 3),
    row("no_concern", 4),
    row("not_radicalisation_other_need", 30),
  ];

  const { cells } = tableOf(rows, ["2026-07-01"], "closed", "closure_reason");

  expect(Object.keys(cells)).not.toContain("misguided");
  expect(cellText(cells.no_concern ?? { kind: "small", low: 0, high: 4 })).toBe("7");
});

test("the attacker of these tests would find a count in a table that was suppressed with less care", () => {
  const exact = (n: number) => ({ kind: "exact" as const, low: n, high: n });
  const careless = {
    cells: { a: exact(12), b: { kind: "small" as const, low: 0, high: 4 } },
    total: exact(15),
  };

  expect(Object.values(narrowed(careless)).every(isSafe)).toBe(false);
});
