import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { addMonths, dayOf, fromDateColumn, quarterOf, toDateColumn } from "@/lib/dates";
import { asStatistics, type Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { type Due, dueLabels } from "@/lib/insight/labels";
import {
  chosenPeriod,
  endedQuarters,
  type PeriodChoice,
  periodChoices,
  quarterLabel,
  quarterShortLabel,
  quartersBefore,
  quartersUpTo,
} from "@/lib/insight/periods/rules";
import {
  type Counted,
  consentOf,
  pipelineOf,
  tableOf,
  timelinessOf,
} from "@/lib/insight/publication/rules";
import { suppressCount } from "@/lib/insight/rules";
import type { Rag } from "@/lib/plans/labels";

const yearsKept = 4;

/**
 * What the steering group sees: counts alone, read as a role that can read nothing else (IS-20), and
 * made publishable before they leave here (IS-21). Every look is on the log.
 */
export async function viewInsight(ctx: Context, code: string | undefined) {
  const insight = await readInsight(ctx, code);
  await record(ctx, { type: "insight.viewed", facts: { period: insight.period?.code ?? "none" } });
  return insight;
}

/** The same figures to take away, of a period that there is (REP-15). */
export async function exportInsight(ctx: Context, code: string | undefined) {
  const insight = await readInsight(ctx, code);
  const { period } = insight;
  if (!period) throw new NotFound("period", code ?? "");
  await record(ctx, { type: "insight.exported", facts: { period: period.code } });
  return { ...insight, period };
}

export type Insight = Awaited<ReturnType<typeof readInsight>>;

async function readInsight(ctx: Context, code: string | undefined) {
  const { actor, now } = ctx;
  authorize(actor, "insight:read", { areaId: actor.areaId });
  const today = dayOf(now);
  const { rows, due, plan } = await asStatistics(ctx, () => readCounts(ctx));
  const first = rows.reduce<string | null>(
    (least, { quarter }) => (least === null || quarter < least ? quarter : least),
    null,
  );
  const ended = endedQuarters(first, today);
  const choices = periodChoices(first, today);
  const period = chosenPeriod(choices, code);
  return {
    today,
    choices,
    period: period ?? null,
    soFar: soFar(rows, today),
    figures: period ? figuresOf(rows, period, ended) : null,
    due: dueOf(due),
    plan: { theme: planBy(plan, "theme"), organisation: planBy(plan, "organisation") },
  };
}

/** How far referrals went in the last quarter that is over, as it may be seen (IS-21): for a report, which records that it told it. */
export async function latestPipeline(ctx: Context) {
  const { actor, tx, now } = ctx;
  authorize(actor, "insight:read", { areaId: actor.areaId });
  const today = dayOf(now);
  const since = toDateColumn(addMonths(today, -12 * yearsKept));
  const counted = await asStatistics(
    ctx,
    () => tx.$queryRaw<(Omit<Counted, "quarter"> & { quarter: Date })[]>`
      select quarter, measure, dimension, category, n from stat_cells
       where area_id = ${actor.areaId}::uuid and quarter >= ${since}::date and dimension = 'all'`,
  );
  const rows = counted.map((row) => ({ ...row, quarter: fromDateColumn(row.quarter) }));
  const first = rows.map(({ quarter }) => quarter).sort()[0] ?? null;
  const period = periodChoices(first, today)[0];
  return period ? { label: period.label, pipeline: pipelineOf(rows, period.quarters) } : null;
}

type DueRow = { measure: string; n: number };
type PlanRow = { dimension: string; category: string; rag: Rag; n: number };

/** Runs as casebook_stats, which can read these three and nothing else. */
async function readCounts({ actor, tx, now }: Context) {
  const today = dayOf(now);
  const since = toDateColumn(addMonths(today, -12 * yearsKept));
  const counted = await tx.$queryRaw<(Omit<Counted, "quarter"> & { quarter: Date })[]>`
    select quarter, measure, dimension, category, n from stat_cells
     where area_id = ${actor.areaId}::uuid and quarter >= ${since}::date`;
  const due = await tx.$queryRaw<DueRow[]>`
    select measure, n::int from stats_due(${toDateColumn(today)}::date)`;
  const plan = await tx.$queryRaw<PlanRow[]>`
    select dimension, category, rag, n::int from stats_plan(${toDateColumn(today)}::date)`;
  const rows = counted.map((row) => ({ ...row, quarter: fromDateColumn(row.quarter) }));
  return { rows, due, plan };
}

/** A quarter that is not over: three totals, and nothing that is broken down. */
function soFar(rows: Counted[], today: string) {
  const { start } = quarterOf(today);
  return { label: quarterLabel(start), pipeline: pipelineOf(rows, [start]) };
}

function figuresOf(rows: Counted[], period: PeriodChoice, ended: string[]) {
  const before = quartersBefore(period, ended);
  const both = <T>(made: (quarters: string[]) => T) => ({
    now: made(period.quarters),
    before: before && made(before),
  });
  return {
    pipeline: both((quarters) => pipelineOf(rows, quarters)),
    overTime: quartersUpTo(period, ended).map((start) => ({
      label: quarterShortLabel(start),
      pipeline: pipelineOf(rows, [start]),
    })),
    timeliness: both((quarters) => timelinessOf(rows, quarters)),
    consent: both((quarters) => consentOf(rows, quarters)),
    closures: both((quarters) => tableOf(rows, quarters, "closed", "closure_reason")),
    sector: both((quarters) => tableOf(rows, quarters, "referrals", "sector")),
    age_band: both((quarters) => tableOf(rows, quarters, "referrals", "age_band")),
    concern: both((quarters) => tableOf(rows, quarters, "referrals", "concern")),
    gender: both((quarters) => tableOf(rows, quarters, "referrals", "gender")),
  };
}

function dueOf(rows: DueRow[]) {
  const codes = Object.keys(dueLabels) as Due[];
  return codes.map((code) => ({
    code,
    cell: suppressCount(rows.find(({ measure }) => measure === code)?.n ?? 0),
  }));
}

export type PlanLine = { label: string; counts: Record<Rag, number> };

/** Actions, not people: nothing to keep back. */
function planBy(rows: PlanRow[], dimension: "theme" | "organisation"): PlanLine[] {
  const lines = new Map<string, PlanLine>();
  for (const row of rows.filter((one) => one.dimension === dimension)) {
    const line = lines.get(row.category) ?? {
      label: row.category,
      counts: { green: 0, amber: 0, red: 0, blue: 0, grey: 0 },
    };
    line.counts[row.rag] += row.n;
    lines.set(row.category, line);
  }
  return [...lines.values()].sort((one, other) => one.label.localeCompare(other.label));
}
