import { SummaryList } from "@/components/ui/summary-list";
import { type Seat, seats } from "@/lib/panels/labels";
import { Quorum } from "./quorum";

type Person = {
  hatId: string;
  seat: Seat;
  isPresent: boolean;
  hasConflict: boolean;
  user: { name: string };
  organisation: { name: string };
};
type Props = {
  attendees: readonly Person[];
  quorum: { isQuorate: boolean; missing: Seat[][] };
};

/** Who hears this case, who does not, and whether that is enough to decide. */
export function ItemRoom({ attendees, quorum }: Props) {
  const free = attendees.filter(({ hasConflict }) => !hasConflict);
  return (
    <SummaryList
      rows={[
        { key: "Quorum", value: <Quorum proof={quorum} /> },
        {
          key: "In the room",
          value: <People people={free.filter(({ isPresent }) => isPresent)} />,
        },
        { key: "Not here", value: <People people={free.filter(({ isPresent }) => !isPresent)} /> },
        {
          key: "Conflict of interest",
          value: <People people={attendees.filter(({ hasConflict }) => hasConflict)} />,
        },
      ]}
    />
  );
}

function People({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return "Nobody";
  return (
    <ul className="govuk-list">
      {people.map(({ hatId, seat, user, organisation }) => (
        <li key={hatId}>
          {seats[seat]}: {user.name}, {organisation.name}
        </li>
      ))}
    </ul>
  );
}
