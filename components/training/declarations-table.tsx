import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";

type Props = {
  declarations: readonly {
    id: string;
    organisation: string;
    asAtDay: Day;
    inScope: number;
    trained: number;
    evidence: string;
    by: string;
    at: Date;
  }[];
  isOwnOnly: boolean;
};

/** The last declarations, whichever counts: nothing of it is ever changed. */
export function DeclarationsTable({ declarations, isOwnOnly }: Props) {
  return (
    <Table
      caption="What was declared, newest first"
      columns={[
        { text: "Organisation" },
        { text: "Figures of" },
        { text: "In date", numeric: true },
        { text: "In scope", numeric: true },
        { text: "Rests on" },
        { text: "Declared by" },
      ]}
      rows={declarations.map((one) => ({
        key: one.id,
        cells: [
          one.organisation,
          <Time key="asAt" day={one.asAtDay} short />,
          one.trained,
          one.inScope,
          one.evidence,
          <span key="by">
            {one.by}, <Time at={one.at} short />
          </span>,
        ],
      }))}
      empty={
        isOwnOnly
          ? "Your organisation has declared nothing of this yet."
          : "No organisation has declared anything of this yet."
      }
      keepsCaption
    />
  );
}
