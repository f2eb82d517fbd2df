import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Totals } from "@/lib/funding/rules";
import { moneyCells, moneyColumns } from "./line-table";

type Target = {
  id: string;
  kind: "project" | "post" | "general";
  name: string;
  path: string | null;
  totals: Totals;
};
type Props = { targets: readonly Target[]; grand: Totals; isOwnOnly: boolean };

const kinds = { project: "Project", post: "Post", general: "General" } as const;

/** The same money by what it is for. It comes to the same, to the penny. */
export function TargetTable({ targets, grand, isOwnOnly }: Props) {
  const rows = targets.map(({ id, kind, name, path, totals }) => ({
    key: id,
    cells: [
      path ? (
        <Link key="name" href={path}>
          {name}
        </Link>
      ) : (
        name
      ),
      kinds[kind],
      ...moneyCells(totals),
    ],
  }));
  return (
    <Table
      caption={isOwnOnly ? "Your organisation’s projects" : "What it is for"}
      columns={[{ text: "For" }, { text: "Kind" }, ...moneyColumns]}
      rows={
        rows.length > 0
          ? [...rows, { key: "all", cells: ["Everything", "All kinds", ...moneyCells(grand)] }]
          : []
      }
      empty={
        isOwnOnly
          ? "No money has been entered for a project of your organisation."
          : "Nothing has been entered in this year."
      }
      keepsCaption
    />
  );
}
