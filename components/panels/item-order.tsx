import { Link } from "@/components/ui/link";
import { type ItemKind, itemKinds } from "@/lib/panels/labels";

type Neighbour = { id: string; reference: string; kind: ItemKind } | null;
type Props = { meetingId: string; previous: Neighbour; next: Neighbour };

/** The items before and after this one, among those that the reader may know. */
export function ItemOrder({ meetingId, previous, next }: Props) {
  const to = (text: string, neighbour: Neighbour) =>
    neighbour && (
      <li key={text}>
        <Link href={`/meetings/${meetingId}/sit/${neighbour.id}`}>
          {text}: {neighbour.reference}, {itemKinds[neighbour.kind].toLowerCase()}
        </Link>
      </li>
    );
  return (
    <nav aria-label="Items of this meeting">
      <ul className="govuk-list">
        {to("Next item", next)}
        {to("Previous item", previous)}
        <li>
          <Link href={`/meetings/${meetingId}/sit`}>All items</Link>
        </li>
      </ul>
    </nav>
  );
}
