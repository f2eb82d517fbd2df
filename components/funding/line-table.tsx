import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { type Source, sourceLabels } from "@/lib/funding/labels";
import { type Totals, varianceOf } from "@/lib/funding/rules";
import { formatPence } from "@/lib/money/rules";

type Line = { id: string; reference: string; name: string; source: Source; totals: Totals };
type Props = { lines: readonly Line[]; grand: Totals };

export const moneyColumns = [
  { text: "Allocated", numeric: true },
  { text: "Committed", numeric: true },
  { text: "Spent", numeric: true },
  { text: "Forecast", numeric: true },
];

export const moneyCells = ({ allocated, committed, spent, forecast }: Totals): string[] =>
  [allocated, committed, spent, forecast].map(formatPence);

/** The year's money line by line, with what it comes to. */
export function LineTable({ lines, grand }: Props) {
  const row = (totals: Totals) => [
    formatPence(totals.budget),
    ...moneyCells(totals),
    formatPence(varianceOf(totals)),
  ];
  const rows = lines.map(({ id, reference, name, source, totals }) => ({
    key: id,
    cells: [
      <Link key="line" href={`/plan/funding/lines/${id}`}>
        {reference} {name}
      </Link>,
      sourceLabels[source],
      ...row(totals),
    ],
  }));
  return (
    <Table
      caption="Funding lines"
      columns={[
        { text: "Line" },
        { text: "Source" },
        { text: "Budget", numeric: true },
        ...moneyColumns,
        { text: "Left at the forecast", numeric: true },
      ]}
      rows={
        rows.length > 0
          ? [...rows, { key: "all", cells: ["All lines", "Every source", ...row(grand)] }]
          : []
      }
      empty="There is no funding line in this year."
      keepsCaption
    />
  );
}
