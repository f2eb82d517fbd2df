import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";

type Step = { status: string; text: string; count: number; isCapped: boolean };

/** Where the reader's cases stand. */
export function StepsTable({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <Table
      caption="Your cases by step"
      columns={[{ text: "Step" }, { text: "Cases", numeric: true }]}
      rows={steps.map(({ status, text, count, isCapped }) => ({
        key: status,
        cells: [
          <Link key="step" href={`/cases?stage=${status}`}>
            {text}
          </Link>,
          `${isCapped ? "more than " : ""}${count.toLocaleString("en-GB")}`,
        ],
      }))}
    />
  );
}
