import { Link } from "@/components/ui/link";
import type { Day } from "@/lib/dates";
import { type Rag, type Workstream, workstreamLabels } from "@/lib/plans/labels";
import { Due } from "./due";
import { RagTag } from "./rag-tag";

type Action = {
  actionId: string;
  reference: string;
  text: string;
  owner: { name: string };
  workstream: Workstream;
  rag: Rag;
  isStale: boolean;
  percent: number;
  dueDay: Day;
  isOverdue: boolean;
};

const order: Rag[] = ["red", "amber", "green", "grey", "blue"];

/** The plan by how it stands: a column for each colour, each a list of links. */
export function RagBoard({ actions, today }: { actions: Action[]; today: Day }) {
  return (
    <div className="app-board">
      {order.map((rag) => (
        <Column
          key={rag}
          rag={rag}
          actions={actions.filter((action) => action.rag === rag)}
          today={today}
        />
      ))}
    </div>
  );
}

function Column({ rag, actions, today }: { rag: Rag; actions: Action[]; today: Day }) {
  return (
    <section className="app-board__column" aria-labelledby={`board-${rag}`}>
      <h2 className="govuk-heading-s" id={`board-${rag}`}>
        <RagTag rag={rag} /> {actions.length}
        <span className="govuk-visually-hidden">
          {actions.length === 1 ? " action" : " actions"}
        </span>
      </h2>
      {actions.length === 0 && <p className="govuk-body-s">None</p>}
      <ul className="govuk-list">
        {actions.map((action) => (
          <li key={action.actionId} className="app-board__card">
            <Link href={`/plan/actions/${action.actionId}`}>
              {action.reference} {action.text}
            </Link>
            <p className="govuk-body-s">
              {action.owner.name}, {action.percent}% done
              {action.workstream !== "prevent" && `, ${workstreamLabels[action.workstream]}`}
              {action.isStale && ", stale"}
            </p>
            <p className="govuk-body-s">
              <Due day={action.dueDay} today={today} isOverdue={action.isOverdue} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
