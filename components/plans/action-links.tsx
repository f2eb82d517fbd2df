import { Link } from "@/components/ui/link";
import { type Workstream, workstreamLabels } from "@/lib/plans/labels";

type Action = { actionId: string; reference: string; text: string; workstream: Workstream };

type Props = {
  actions: Action[];
  /** How many there are, where these are the first of them, and where all are. */
  count?: number;
  href?: string;
};

/** Actions by reference. What is of a linked workstream says so (0.3). */
export function ActionLinks({ actions, count = actions.length, href }: Props) {
  if (actions.length === 0) return <>None</>;
  return (
    <ul className="govuk-list">
      {actions.map(({ actionId, reference, text, workstream }) => (
        <li key={actionId}>
          <Link href={`/plan/actions/${actionId}`}>
            {reference} {text}
          </Link>
          {workstream !== "prevent" && ` (linked: ${workstreamLabels[workstream]})`}
        </li>
      ))}
      {href && count > actions.length && (
        <li>
          <Link href={href}>See all {count.toLocaleString("en-GB")}</Link>
        </li>
      )}
    </ul>
  );
}
