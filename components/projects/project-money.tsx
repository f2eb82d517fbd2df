import { Table } from "@/components/ui/table";
import { formatPence } from "@/lib/money/rules";

type Bid = { number: number; pence: number; awardedPence: number | null };
type Totals = Record<"allocated" | "committed" | "spent" | "forecast", number>;

/** What was asked for, what came, and what has become of it: for those who may see money. */
export const ProjectMoney = ({ bids, totals }: { bids: readonly Bid[]; totals: Totals }) => (
  <>
    {bids.length > 0 && (
      <Table
        caption="Bids"
        columns={[
          { text: "Bid" },
          { text: "Asked for", numeric: true },
          { text: "Awarded", numeric: true },
        ]}
        rows={bids.map(({ number, pence, awardedPence }) => ({
          key: `${number}`,
          cells: [
            `Bid ${number}`,
            formatPence(pence),
            awardedPence === null ? "Nothing" : formatPence(awardedPence),
          ],
        }))}
      />
    )}
    <Table
      caption="Money of this project"
      columns={[
        { text: "Allocated", numeric: true },
        { text: "Committed", numeric: true },
        { text: "Spent", numeric: true },
        { text: "Forecast", numeric: true },
      ]}
      rows={[
        {
          key: "totals",
          cells: [
            formatPence(totals.allocated),
            formatPence(totals.committed),
            formatPence(totals.spent),
            formatPence(totals.forecast),
          ],
        },
      ]}
    />
  </>
);
