import { Table } from "@/components/ui/table";
import { type Seat, seats } from "@/lib/panels/labels";

type Person = {
  hatId: string;
  seat: Seat;
  deputyForHatId: string | null;
  confidentialAt: Date | null;
  user: { name: string };
};
type Agency = { name: string; here: Person[]; apologies: Person[] };

/** Who came, organisation by organisation, and that they agreed to the confidentiality statement (M-05). */
export function AgencyTable({ agencies }: { agencies: Agency[] }) {
  return (
    <Table
      caption="Who is here"
      isWide
      columns={[
        { text: "Organisation" },
        { text: "At the table" },
        { text: "Apologies" },
        { text: "Confidentiality statement" },
      ]}
      rows={agencies.map(({ name, here, apologies }) => ({
        key: name,
        cells: [
          name,
          here.map(inSeat).join(", ") || "Nobody",
          apologies.map(({ user }) => user.name).join(", ") || "None",
          agreed(here),
        ],
      }))}
      empty="Nobody that you may see is invited yet."
    />
  );
}

const inSeat = ({ seat, user, deputyForHatId }: Person) =>
  `${user.name} (${seats[seat]}${deputyForHatId ? ", as deputy" : ""})`;

function agreed(here: Person[]) {
  if (here.length === 0) return "Not asked";
  return here.every(({ confidentialAt }) => confidentialAt) ? "Agreed" : "Not agreed by everybody";
}
