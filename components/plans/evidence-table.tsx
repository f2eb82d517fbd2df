import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type Benchmark, benchmarkLabels } from "@/lib/plans/labels";

type Evidence = {
  id: string;
  title: string;
  place: string;
  datedDay: Day;
  benchmark: Benchmark | null;
};

const columns = [{ text: "Evidence" }, { text: "Date" }, { text: "Part of the toolkit" }];

/** What shows that something was done, and where it is kept. */
export function EvidenceTable({ evidence, mayEdit }: { evidence: Evidence[]; mayEdit: boolean }) {
  return (
    <Table
      caption="Evidence"
      columns={columns}
      empty="No evidence has been added."
      rows={evidence.map((one) => ({
        key: one.id,
        cells: [
          <>
            {mayEdit ? <Link href={`/plan/evidence/${one.id}`}>{one.title}</Link> : one.title}
            <p className="govuk-body-s text-secondary">{one.place}</p>
          </>,
          <Time key="date" day={one.datedDay} short />,
          one.benchmark ? benchmarkLabels[one.benchmark] : "None",
        ],
      }))}
    />
  );
}
