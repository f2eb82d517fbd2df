import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type MeasureType,
  type MeasureUnit,
  measureTypes,
  measureUnits,
} from "@/lib/projects/labels";
import { reached } from "@/lib/projects/rules";

type Measure = {
  id: string;
  type: MeasureType;
  name: string;
  unit: MeasureUnit;
  target: number;
  actual: number | null;
  actualDay: Day | null;
  source: string;
};

const count = (number: number) => number.toLocaleString("en-GB");

type Props = { measures: readonly Measure[]; mayWrite: boolean };

/** Outputs and outcomes: what was aimed at, and what was reached. */
export function MeasureTable({ measures, mayWrite }: Props) {
  const rows = measures.map((measure) => ({
    key: measure.id,
    cells: [
      mayWrite ? (
        <Link key="name" href={`/plan/projects/measures/${measure.id}`}>
          {measure.name}
        </Link>
      ) : (
        measure.name
      ),
      measureTypes[measure.type],
      measureUnits[measure.unit],
      count(measure.target),
      measure.actual === null
        ? "Not counted yet"
        : `${count(measure.actual)} (${reached(measure)}%)`,
      <>
        {measure.source}
        {measure.actualDay && (
          <>
            , <Time day={measure.actualDay} short />
          </>
        )}
      </>,
    ],
  }));
  return (
    <Table
      caption="Outputs and outcomes"
      columns={[
        { text: "Measure" },
        { text: "Kind" },
        { text: "Counted in" },
        { text: "Target", numeric: true },
        { text: "Reached", numeric: true },
        { text: "Source" },
      ]}
      rows={rows}
      empty="No measure has been set. Delivery waits for one."
      keepsCaption
    />
  );
}
