import { defaultLimits, type LimitedKind } from "@/lib/clocks/rules";
import type { Day } from "@/lib/dates";
import { type ConsentFigures, inFives } from "@/lib/insight/consent/rules";
import {
  type ClosureGroup,
  closureGroupLabels,
  closureGroupOf,
  consentMoments,
  type Dimension,
  dimensionsOf,
  type Measure,
} from "@/lib/insight/labels";
import {
  addUp,
  addUpTables,
  type Cell,
  type Counts,
  type OneWay,
  type Pipeline,
  suppress,
  suppressPipeline,
} from "@/lib/insight/rules";
import { ageBandLabels, concernLabels, genderLabels, sectorLabels } from "@/lib/referrals/labels";

// IS-21. From counts to what may be seen. Every quarter is made publishable by itself, and only then
// are quarters added up: whoever holds every view that there is has no more than the quarters.

/** One count as it is kept. */
export type Counted = {
  quarter: Day;
  measure: string;
  dimension: string;
  category: string;
  n: number;
};

const codesOf = <Code extends string>(labels: Record<Code, unknown>) =>
  Object.keys(labels) as Code[];

/** Every category is in the table whether anybody is in it or not: what is missing would say nought. */
export const categoriesOf: Record<Dimension, readonly string[]> = {
  sector: codesOf(sectorLabels),
  age_band: codesOf(ageBandLabels),
  gender: codesOf(genderLabels),
  concern: codesOf(concernLabels),
  closure_reason: codesOf(closureGroupLabels),
};

const shownAs = (dimension: string, category: string): string =>
  dimension === "closure_reason"
    ? (closureGroupOf[category as keyof typeof closureGroupOf] satisfies ClosureGroup)
    : category;

function countsOf(rows: Counted[], quarter: Day, measure: string, dimension: string) {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    if (row.quarter !== quarter || row.measure !== measure || row.dimension !== dimension) continue;
    const category = shownAs(dimension, row.category);
    counts[category] = (counts[category] ?? 0) + row.n;
  }
  return counts;
}

const filled = (codes: readonly string[], counts: Counts<string>) =>
  Object.fromEntries(codes.map((code) => [code, counts[code] ?? 0]));

/** How many by one dimension. Only what belongs to the measure may be asked for. */
export function tableOf(
  rows: Counted[],
  quarters: Day[],
  measure: Measure,
  dimension: Dimension,
): OneWay<string> {
  const allowed: readonly Dimension[] = dimensionsOf[measure];
  if (!allowed.includes(dimension)) throw new Error(`${measure} is not shown by ${dimension}.`);
  const codes = categoriesOf[dimension];
  return addUpTables(
    quarters.map((quarter) => suppress(filled(codes, countsOf(rows, quarter, measure, dimension)))),
  );
}

const total = (rows: Counted[], quarter: Day, measure: Measure) =>
  countsOf(rows, quarter, measure, "all").all ?? 0;

/** REP-01 */
export function pipelineOf(rows: Counted[], quarters: Day[]): Pipeline {
  const stages = quarters.map((quarter) =>
    suppressPipeline({
      referrals: total(rows, quarter, "referrals"),
      discussed: total(rows, quarter, "discussed"),
      adopted: total(rows, quarter, "adopted"),
    }),
  );
  return {
    referrals: addUp(stages.map(({ referrals }) => referrals)),
    discussed: addUp(stages.map(({ discussed }) => discussed)),
    adopted: addUp(stages.map(({ adopted }) => adopted)),
  };
}

/** C-12, REP-05: where consent came to stand on adopted cases. A year is added up from what its quarters show. */
export function consentOf(rows: Counted[], quarters: Day[]): ConsentFigures {
  const counts = quarters.map((quarter) => countsOf(rows, quarter, "consent", "consent"));
  const shown = codesOf(consentMoments).map((moment) => [
    moment,
    addUp(counts.map((one) => inFives(one[moment] ?? 0))),
  ]);
  return Object.fromEntries(shown) as ConsentFigures;
}

/** The limits that run for a referral or a case. The panel's own are of its calendar and its minutes. */
export const timedKinds = codesOf(defaultLimits).filter(
  (kind) => kind !== "panel_meeting" && kind !== "sign_minutes",
);

export type Timeliness = { kind: LimitedKind; met: Cell; missed: Cell; total: Cell };

/** REP-02: how many time limits that ended in the period were met. */
export function timelinessOf(rows: Counted[], quarters: Day[]): Timeliness[] {
  return timedKinds.map((kind) => {
    const { cells, total: all } = addUpTables(
      quarters.map((quarter) =>
        suppress({
          met: countsOf(rows, quarter, "clock_met", "clock")[kind] ?? 0,
          missed: countsOf(rows, quarter, "clock_missed", "clock")[kind] ?? 0,
        }),
      ),
    );
    return { kind, met: cells.met, missed: cells.missed, total: all };
  });
}
