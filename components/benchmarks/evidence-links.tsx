import { Link } from "@/components/ui/link";
import { formatDayShort } from "@/lib/dates";

type Evidence = {
  id: string;
  kind: string;
  title: string;
  place: string;
  datedDay: string;
  actionId: string | null;
  editionId: string | null;
  meeting: { id: string } | null;
  requirementId: string | null;
};
type Props = {
  evidence: readonly Evidence[];
  /** What the training register says today, by requirement; nothing for whoever may not open it. */
  figures: ReadonlyMap<string, string> | null;
};

/** Where a piece of evidence is, if it is a page of its own here. */
const pathOf = ({ actionId, editionId, meeting }: Evidence): string | null => {
  if (actionId) return `/plan/actions/${actionId}`;
  if (meeting) return `/meetings/governance/${meeting.id}`;
  return editionId ? `/plan/profile/${editionId}` : null;
};

/** What shows an answer. The words are those of the day on which it was linked. */
export function EvidenceLinks({ evidence, figures }: Props) {
  if (evidence.length === 0) return <p className="govuk-body">Nothing has been linked yet.</p>;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {evidence.map((one) => {
        const { requirementId } = one;
        const path =
          figures && requirementId ? `/training/requirements/${requirementId}` : pathOf(one);
        const now = requirementId && figures?.get(requirementId);
        return (
          <li key={one.id}>
            {path ? <Link href={path}>{one.title}</Link> : one.title}, {one.place},{" "}
            {formatDayShort(one.datedDay)}
            {now && <>. Today the register says: {now}</>}
          </li>
        );
      })}
    </ul>
  );
}
