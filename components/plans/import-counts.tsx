import { Table } from "@/components/ui/table";
import { type RowOutcome, rowOutcomes } from "@/lib/plans/rows/labels";

const outcomes = Object.keys(rowOutcomes) as RowOutcome[];

/** How many rows come to what. */
export const ImportCounts = ({ counts }: { counts: Record<RowOutcome, number> }) => (
  <Table
    caption="What the rows come to"
    columns={[{ text: "Rows" }, { text: "Number", numeric: true }]}
    rows={outcomes.map((outcome) => ({
      key: outcome,
      cells: [rowOutcomes[outcome], counts[outcome]],
    }))}
  />
);
