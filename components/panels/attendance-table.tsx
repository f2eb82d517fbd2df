import { Table } from "@/components/ui/table";
import { type Seat, seats } from "@/lib/panels/labels";

type Attendee = {
  hatId: string;
  seat: Seat;
  name: string;
  organisation: string;
  /** "In the room", "Apologies", "Conflict of interest", or nothing yet. */
  presence: string;
};

export function AttendanceTable({ caption, people }: { caption: string; people: Attendee[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { text: "Name" },
        { text: "Seat" },
        { text: "Organisation" },
        { text: "Attendance" },
      ]}
      rows={people.map(({ hatId, name, seat, organisation, presence }) => ({
        key: hatId,
        cells: [name, seats[seat], organisation, presence],
      }))}
      empty="Nobody is invited yet."
    />
  );
}
