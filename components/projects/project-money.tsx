import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { formatPence } from "@/lib/money/rules";

type Bid = { number: number; pence: number; awardedPence: number | null };
type Totals = Record<"allocated" | "committed" | "spent" | "forecast", number>;

/** The newest bid comes first, and may wait for the funder. */
type Props = { bids: readonly Bid[]; totals: Totals; isUndecided: boolean };

/** What was asked for, what came, and what has become of it: for those who may see money. */
export const ProjectMoney = ({ bids, totals, isUndecided }: Props) => (
  <>
    {bids.length > 0 && (
      <Table
        caption="Bids"
        columns={[
          { text: "Bid" },
          { text: "Asked for", numeric: true },
          { text: "Awarded", numeric: true },
        ]}
        rows={bids.map(({ number, pence, awardedPence }, index) => ({
          key: `${number}`,
          cells: [
            `Bid ${number}`,
            formatPence(pence),
            awardedPence === null
              ? isUndecided && index === 0
                ? "Not decided yet"
                : "Nothing"
              : formatPence(awardedPence),
          ],
        }))}
      />
    )}
    <h2 className="govuk-heading-m">Money of this project</h2>
    <SummaryList
      rows={[
        { key: "Allocated", value: formatPence(totals.allocated) },
        { key: "Committed", value: formatPence(totals.committed) },
        { key: "Spent", value: formatPence(totals.spent) },
        { key: "Forecast", value: formatPence(totals.forecast) },
      ]}
    />
  </>
);
