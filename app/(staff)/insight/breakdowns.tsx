import { BarChart } from "@/components/charts/bar-chart";
import {
  closureGroupLabels,
  comparabilityWarning,
  type NationalMeasure,
} from "@/lib/insight/labels";
import type { PeriodChoice } from "@/lib/insight/periods/rules";
import type { Insight } from "@/lib/insight/queries";
import { cellText, nationalFigure, type OneWay } from "@/lib/insight/rules";
import { ageBandLabels, concernLabels, genderLabels, sectorLabels } from "@/lib/referrals/labels";
import { middle } from "./words";

type Figures = NonNullable<Insight["figures"]>;
type Both = Figures["sector"];

/** REP-03, and who referred whom for what: each a table of one kind, never one across another. */
export function Breakdowns({ figures, period }: { figures: Figures; period: PeriodChoice }) {
  const common = { period };
  return (
    <section>
      <h2 className="govuk-heading-m">Who, what and why</h2>
      <Breakdown
        {...common}
        both={figures.closures}
        labels={closureGroupLabels}
        of="Reason"
        measure="Closed"
        lead="was the commonest reason for closing"
      />
      <Breakdown
        {...common}
        both={figures.sector}
        labels={sectorLabels}
        of="Sector"
        measure="Referrals"
        lead="made most referrals"
        nationally={["education", "police", "local_authority"]}
      />
      <Breakdown
        {...common}
        both={figures.age_band}
        labels={ageBandLabels}
        of="Age"
        measure="Referrals"
        lead="was the largest age group"
        nationally={["11_15", "16_17", "10_and_under"]}
      />
      <Breakdown
        {...common}
        both={figures.concern}
        labels={concernLabels}
        of="Type of concern"
        measure="Referrals"
        lead="was the commonest type of concern"
        nationally={["extreme_right_wing", "islamist", "no_ideology"]}
      />
      <Breakdown
        {...common}
        both={figures.gender}
        labels={genderLabels}
        of="Gender"
        measure="Referrals"
        lead="was the largest group"
      />
    </section>
  );
}

type Props = {
  period: PeriodChoice;
  both: Both;
  labels: Record<string, string>;
  of: string;
  measure: string;
  lead: string;
  nationally?: NationalMeasure[];
};

function Breakdown({
  period,
  both: { now, before },
  labels,
  of,
  measure,
  lead,
  nationally,
}: Props) {
  const codes = Object.keys(labels);
  const previously = period.kind === "quarter" ? "Quarter before" : "Year before";
  return (
    <BarChart
      title={`${mostOf(now, labels)} ${lead}`}
      subtitle={`${measure} by ${of.toLowerCase()}, ${period.label}. ${cellText(now.total)} in all. A range is drawn at its middle.`}
      of={[of, measure, previously]}
      keptBack="<5"
      source={nationally && nationalLines(nationally)}
      bars={codes.map((code) => {
        const cell = now.cells[code];
        const earlier = before?.cells[code];
        return {
          label: labels[code] ?? code,
          value: cell ? middle(cell) : null,
          text: cell ? cellText(cell) : "<5",
          before: earlier ? cellText(earlier) : "No figure",
        };
      })}
    />
  );
}

function mostOf({ cells }: OneWay<string>, labels: Record<string, string>): string {
  const [most] = Object.entries(cells).sort(([, one], [, other]) => other.high - one.high);
  return (most && labels[most[0]]) ?? "None";
}

const nationalYear = 2025;

function nationalLines(measures: NationalMeasure[]): string {
  const found = measures.flatMap((measure) => {
    const figure = nationalFigure(nationalYear, measure);
    return figure?.percent == null ? [] : [{ measure, ...figure }];
  });
  const shares = found.map(({ measure, percent }) => `${nationalNames[measure]} ${percent}%`);
  return `England and Wales, year to March ${nationalYear}: ${shares.join(", ")}. ${found[0]?.source}. ${comparabilityWarning}`;
}

const nationalNames: Partial<Record<NationalMeasure, string>> = {
  education: "education",
  police: "police",
  local_authority: "local authorities",
  "10_and_under": "10 and under",
  "11_15": "11 to 15",
  "16_17": "16 and 17",
  extreme_right_wing: "extreme right-wing",
  islamist: "Islamist extremism",
  no_ideology: "the group with no ideology",
};
