import { StackedBar } from "@/components/charts/stacked-bar";
import { Table } from "@/components/ui/table";
import { planNote } from "@/lib/insight/labels";
import type { Insight, PlanLine } from "@/lib/insight/queries";

/** REP-11: the plan in force by theme and by organisation. */
export function PlanFigures({ plan, asOf }: { plan: Insight["plan"]; asOf: string }) {
  if (plan.theme.length === 0) return null;
  const red = plan.theme.reduce((sum, { counts }) => sum + counts.red, 0);
  const all = plan.theme.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  return (
    <section>
      <h2 className="govuk-heading-m">The partnership plan</h2>
      <Lines
        title={`${red} of ${all} actions are red`}
        subtitle="Prevent actions of the plan in force that have begun, by theme"
        of="Theme"
        lines={plan.theme}
        source={`${asOf}. ${planNote}`}
      />
      <Lines
        title="Who leads what, and how it stands"
        subtitle="Prevent actions of the plan in force that have begun, by organisation that leads"
        of="Organisation"
        lines={plan.organisation}
        source={`${asOf}. ${planNote}`}
      />
    </section>
  );
}

const sumOf = (counts: PlanLine["counts"]) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

type Props = { title: string; subtitle: string; of: string; lines: PlanLine[]; source: string };

/** Four parts are drawn: what has not begun is in the table. */
function Lines({ title, subtitle, of, lines, source }: Props) {
  return (
    <>
      <StackedBar
        title={title}
        subtitle={subtitle}
        of={of}
        parts={["Blue: done", "Green: on track", "Red: missed, or will be", "Amber: may slip"]}
        bars={lines.map(({ label, counts }) => ({
          label,
          values: [counts.blue, counts.green, counts.red, counts.amber],
        }))}
        source={source}
      />
      <Table
        caption={`How the actions stand, by ${of.toLowerCase()}`}
        captionSize="s"
        columns={[
          { text: of },
          ...["Blue", "Green", "Amber", "Red", "Grey"].map((text) => ({ text, numeric: true })),
        ]}
        rows={lines.map(({ label, counts }) => ({
          key: label,
          cells: [label, counts.blue, counts.green, counts.amber, counts.red, counts.grey],
        }))}
      />
    </>
  );
}
