import { Table } from "@/components/ui/table";
import { rowOutcomes } from "@/lib/plans/rows/labels";
import type { CheckedRow } from "@/lib/plans/rows/rules";
import { fieldLabels } from "@/lib/plans/sheet/labels";

const shown = 25;

/** The first rows as they would be written, those that change something before those that do not. */
export function ImportRows({ rows }: { rows: readonly CheckedRow[] }) {
  const written = rows.filter(({ outcome }) => outcome === "added" || outcome === "changed");
  const more = written.length - shown;
  return (
    <Table
      caption={
        more > 0
          ? `What would be written: the first ${shown} of ${written.length} rows`
          : "What would be written"
      }
      columns={[{ text: "Row" }, { text: "Action" }, { text: "What happens" }, { text: "Changes" }]}
      keepsCaption
      empty="No row would be written."
      rows={written.slice(0, shown).map(({ number, reference, text, outcome, changes }) => ({
        key: `${number}`,
        cells: [
          number,
          `${reference}: ${text}`,
          rowOutcomes[outcome],
          outcome === "changed" ? changes.map((field) => fieldLabels[field]).join(", ") : "All new",
        ],
      }))}
    />
  );
}
