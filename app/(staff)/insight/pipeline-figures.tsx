import { BarChart } from "@/components/charts/bar-chart";
import { LineChart } from "@/components/charts/line-chart";
import { Table } from "@/components/ui/table";
import { comparabilityWarning, measureLabels } from "@/lib/insight/labels";
import type { PeriodChoice } from "@/lib/insight/periods/rules";
import type { Insight } from "@/lib/insight/queries";
import {
  type Cell,
  cellText,
  conversion,
  nationalFigure,
  type Pipeline,
  type Rate,
  rateText,
} from "@/lib/insight/rules";
import { headline, middle } from "./words";

type Figures = NonNullable<Insight["figures"]>;
const stages = ["referrals", "discussed", "adopted"] as const;

/** REP-01: how many there were, how far they went, and how that was before. */
export function PipelineFigures({ figures, period }: { figures: Figures; period: PeriodChoice }) {
  const { now, before } = figures.pipeline;
  return (
    <section>
      <h2 className="govuk-heading-m">Referrals and what became of them</h2>
      <PipelineTable now={now} before={before} period={period} />
      <LineChart
        title={headline("Referrals", now.referrals, before?.referrals, period)}
        subtitle="Referrals, cases discussed and cases adopted, by quarter. Where a figure is a range, the line goes through its middle."
        of="Quarter"
        times={figures.overTime.map(({ label }) => label)}
        keptBack="<5"
        lines={stages.map((stage) => ({
          name: shortNames[stage],
          values: figures.overTime.map(({ pipeline }) => middle(pipeline[stage])),
          texts: figures.overTime.map(({ pipeline }) => cellText(pipeline[stage])),
        }))}
      />
      <Conversion now={now} before={before} period={period} />
    </section>
  );
}

const shortNames = { referrals: "Referrals", discussed: "Discussed", adopted: "Adopted" };

type Stages = { now: Pipeline; before: Pipeline | null; period: PeriodChoice };

function PipelineTable({ now, before, period }: Stages) {
  const rates = conversion(now);
  const text = (cell: Cell | undefined) => (cell ? cellText(cell) : "No figure");
  return (
    <Table
      caption={period.label}
      captionSize="s"
      columns={[
        { text: "Measure" },
        { text: "This period", numeric: true },
        { text: beforeLabel(period), numeric: true },
        { text: "Of referrals", numeric: true },
      ]}
      rows={stages.map((stage) => ({
        key: stage,
        cells: [
          measureLabels[stage],
          cellText(now[stage]),
          text(before?.[stage]),
          stage === "referrals" ? "100%" : rateText(rates[stage]),
        ],
      }))}
    />
  );
}

const beforeLabel = ({ kind }: PeriodChoice) =>
  kind === "quarter" ? "Quarter before" : "Year before";

/** Beside the national shares, each with its year and source (REP-14). */
function Conversion({ now, before, period }: Stages) {
  const rates = conversion(now);
  const earlier = before && conversion(before);
  const bars = (["discussed", "adopted"] as const).flatMap((stage) => [
    {
      label: `${measureLabels[stage]}: here`,
      value: rates[stage] && middleOf(rates[stage]),
      text: rateText(rates[stage]),
      before: earlier ? rateText(earlier[stage]) : "No figure",
    },
    national(stage),
  ]);
  return (
    <BarChart
      title={
        rates.adopted
          ? `Adoptions were ${rateText(rates.adopted)} of referrals`
          : "The share of referrals that were adopted is not shown"
      }
      subtitle={`Share of referrals discussed and adopted, ${period.label}, beside England and Wales. Each is counted when it happened.`}
      of={["Stage", "Share of referrals", beforeLabel(period)]}
      bars={bars}
      source={`${sourceOf("discussed")} ${sourceOf("adopted")} ${comparabilityWarning}`}
    />
  );
}

const middleOf = ({ low, high }: Rate) => Math.round((low + high) / 2);
const yearOf = { discussed: 2024, adopted: 2025 } as const;

function national(stage: keyof typeof yearOf) {
  const found = nationalFigure(yearOf[stage], stage);
  return {
    label: `${measureLabels[stage]}: England and Wales, year to March ${yearOf[stage]}`,
    value: found?.percent ?? null,
    text: `${found?.percent}%`,
    before: "No figure",
  };
}

const sourceOf = (stage: keyof typeof yearOf) =>
  `${measureLabels[stage]}: ${nationalFigure(yearOf[stage], stage)?.source}.`;
