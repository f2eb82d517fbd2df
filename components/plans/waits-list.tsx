import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import type { Rag } from "@/lib/plans/labels";
import { RagTag } from "./rag-tag";

type Other = { actionId: string; reference: string; text: string; rag: Rag; dueDay: Day };

/** Other actions of the plan, each with how it stands. */
export function WaitsList({ actions, empty }: { actions: Other[]; empty: string }) {
  if (actions.length === 0) return <>{empty}</>;
  return (
    <ul className="govuk-list">
      {actions.map(({ actionId, reference, text, rag, dueDay }) => (
        <li key={actionId}>
          <Link href={`/plan/actions/${actionId}`}>
            {reference} {text}
          </Link>{" "}
          <RagTag rag={rag} /> due <Time day={dueDay} short />
        </li>
      ))}
    </ul>
  );
}
