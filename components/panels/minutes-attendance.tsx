import { Table } from "@/components/ui/table";
import { type Seat, seats } from "@/lib/panels/labels";

type Agency = { organisation: string; seats: Seat[]; isPresent: boolean };

/** Which organisations came. No person is named in minutes (M-03). */
export function MinutesAttendance({ agencies }: { agencies: Agency[] }) {
  return (
    <Table
      caption="Who was there"
      columns={[{ text: "Organisation" }, { text: "Seat" }, { text: "Attendance" }]}
      rows={agencies.map(({ organisation, seats: taken, isPresent }) => ({
        key: organisation,
        cells: [
          organisation,
          [...new Set(taken)].map((seat) => seats[seat]).join(", "),
          isPresent ? "In the room" : "Apologies",
        ],
      }))}
      empty="Nobody was recorded."
    />
  );
}
