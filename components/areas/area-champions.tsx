import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { type Sector, sectorLabels } from "@/lib/champions/labels";
import { type SectorCount, soonDays } from "@/lib/champions/rules";

type Props = { sectors: readonly SectorCount[]; gaps: readonly Sector[]; mayOpen: boolean };

/** How many speak for Prevent, who runs out, and where nobody does (1.11, 3.7). */
export function AreaChampions({ sectors, gaps, mayOpen }: Props) {
  const sum = (of: (one: SectorCount) => number) =>
    `${sectors.reduce((total, one) => total + of(one), 0)}`;
  return (
    <>
      <h2 className="govuk-heading-m">Champions</h2>
      <SummaryList
        rows={[
          { key: "In date", value: sum(({ inDate }) => inDate) },
          { key: `Of these, running out in ${soonDays} days`, value: sum((one) => one.expiring) },
          { key: "Run out", value: sum(({ expired }) => expired) },
          {
            key: "Sectors with nobody in date",
            value: gaps.map((sector) => sectorLabels[sector]).join(", ") || "None",
          },
        ]}
      />
      {mayOpen && (
        <p className="govuk-body">
          <Link href="/champions">See champions by sector</Link>
        </p>
      )}
    </>
  );
}
