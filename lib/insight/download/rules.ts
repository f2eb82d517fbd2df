import { clockKinds } from "@/lib/clocks/labels";
import type { Day } from "@/lib/dates";
import type { ConsentFigures } from "@/lib/insight/consent/rules";
import {
  type ConsentMoment,
  closureGroupLabels,
  comparabilityWarning,
  consentMoments,
  consentNote,
  measureLabels,
  suppressionNote,
} from "@/lib/insight/labels";
import type { PeriodChoice } from "@/lib/insight/periods/rules";
import type { Timeliness } from "@/lib/insight/publication/rules";
import { type Cell, cellText, type OneWay, type Pipeline } from "@/lib/insight/rules";
import { ageBandLabels, concernLabels, genderLabels, sectorLabels } from "@/lib/referrals/labels";

type Now<T> = { now: T };
type Exported = {
  today: Day;
  period: PeriodChoice;
  figures: {
    pipeline: Now<Pipeline>;
    timeliness: Now<Timeliness[]>;
    consent: Now<ConsentFigures>;
    closures: Now<OneWay<string>>;
    sector: Now<OneWay<string>>;
    age_band: Now<OneWay<string>>;
    concern: Now<OneWay<string>>;
    gender: Now<OneWay<string>>;
  } | null;
};

export const tidyColumns = [
  "period",
  "period_start",
  "period_end",
  "measure",
  "dimension",
  "category",
  "label",
  "shown",
  "least",
  "most",
] as const;

const dimensions = [
  ["closed", "closures", "closure_reason", closureGroupLabels],
  ["referrals", "sector", "sector", sectorLabels],
  ["referrals", "age_band", "age_band", ageBandLabels],
  ["referrals", "concern", "concern", concernLabels],
  ["referrals", "gender", "gender", genderLabels],
] as const;

/** One count to a row: what it is of, as it is shown, and the least and the most it can be. */
export function figureRows({ period, figures }: Exported): string[][] {
  if (!figures) return [];
  const row = (measure: string, dimension: string, category: string, label: string, cell: Cell) => [
    period.label,
    period.start,
    period.end,
    measure,
    dimension,
    category,
    label,
    cellText(cell),
    `${cell.low}`,
    `${cell.high}`,
  ];
  const stages = (["referrals", "discussed", "adopted"] as const).map((stage) =>
    row(stage, "all", "all", measureLabels[stage], figures.pipeline.now[stage]),
  );
  const limits = figures.timeliness.now.flatMap(({ kind, met, missed }) => [
    row("clock_met", "clock", kind, clockKinds[kind], met),
    row("clock_missed", "clock", kind, clockKinds[kind], missed),
  ]);
  const parts = dimensions.flatMap(([measure, name, dimension, labels]) =>
    Object.entries<string>(labels).flatMap(([code, label]) => {
      const cell = figures[name].now.cells[code];
      return cell ? [row(measure, dimension, code, label, cell)] : [];
    }),
  );
  const consents = (Object.keys(consentMoments) as ConsentMoment[]).map((moment) =>
    row("consent", "consent", moment, consentMoments[moment], figures.consent.now[moment]),
  );
  return [...stages, ...limits, ...consents, ...parts];
}

/** What somebody who was handed the file needs to know of it. */
export const aboutRows = ({ period, today }: Exported): string[][] => [
  ["Period", period.label],
  ["From", period.start],
  ["To", period.end],
  ["Taken out on", today],
  ["What is counted", "Referrals, not people: somebody may be counted again."],
  ["Small counts", suppressionNote],
  ["least and most", "What a figure can be, for somebody who sees only what is published."],
  ["clock_met, clock_missed", "Time limits that ended in the period, met or missed."],
  ["consent", consentNote],
  ["National figures", comparabilityWarning],
];
