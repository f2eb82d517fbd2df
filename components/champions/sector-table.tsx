import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { type Sector, sectorLabels } from "@/lib/champions/labels";
import { type SectorCount, soonDays } from "@/lib/champions/rules";

type Props = { sectors: readonly SectorCount[]; gaps: readonly Sector[]; mayList: boolean };

const joined = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** How many champions each sector has, and first of all who is missing (1.11). */
export function SectorTable({ sectors, gaps, mayList }: Props) {
  const sum = (of: (one: SectorCount) => number) =>
    sectors.reduce((total, one) => total + of(one), 0);
  return (
    <>
      <p className="govuk-body">
        {gaps.length > 0 ? (
          <>
            Nobody in date speaks for{" "}
            <strong>{joined.format(gaps.map((one) => sectorLabels[one].toLowerCase()))}</strong>.
          </>
        ) : (
          "Every sector of the area has a champion in date."
        )}
      </p>
      <Table
        caption="Champions by sector"
        columns={[
          { text: "Sector" },
          { text: "In date", numeric: true },
          { text: `Of these, running out in ${soonDays} days`, numeric: true },
          { text: "Run out", numeric: true },
        ]}
        rows={[
          ...sectors.map(({ sector, inDate, expiring, expired }) => ({
            key: sector,
            cells: [
              <>
                {mayList ? (
                  <Link href={`/champions?sector=${sector}`}>{sectorLabels[sector]}</Link>
                ) : (
                  sectorLabels[sector]
                )}{" "}
                {gaps.includes(sector) && <StatusTag meaning="soon">Gap</StatusTag>}
              </>,
              ...[inDate, expiring, expired].map((count) => `${count}`),
            ],
          })),
          {
            key: "all",
            cells: [
              "Altogether",
              ...[
                sum(({ inDate }) => inDate),
                sum(({ expiring }) => expiring),
                sum(({ expired }) => expired),
              ].map((count) => `${count}`),
            ],
          },
        ]}
      />
    </>
  );
}
