import { Table } from "@/components/ui/table";
import { type Due, dueLabels, measureLabels, provisionalNote } from "@/lib/insight/labels";
import { type Cell, cellText, type Pipeline } from "@/lib/insight/rules";

/** The quarter that is still being counted. */
export function SoFar({ label, pipeline }: { label: string; pipeline: Pipeline }) {
  const stages = ["referrals", "discussed", "adopted"] as const;
  return (
    <section>
      <Table
        caption={`This quarter so far: ${label}`}
        columns={[{ text: "Measure" }, { text: "So far", numeric: true }]}
        rows={stages.map((stage) => ({
          key: stage,
          cells: [measureLabels[stage], cellText(pipeline[stage])],
        }))}
      />
      <p className="govuk-body-s">{provisionalNote}</p>
    </section>
  );
}

/** REP-06 */
export function DueNow({ due, asOf }: { due: { code: Due; cell: Cell }[]; asOf: string }) {
  return (
    <section>
      <Table
        caption="Due and overdue today"
        columns={[{ text: "Measure" }, { text: "Today", numeric: true }]}
        rows={due.map(({ code, cell }) => ({
          key: code,
          cells: [dueLabels[code], cellText(cell)],
        }))}
      />
      <p className="govuk-body-s">{asOf}.</p>
    </section>
  );
}
