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

type Props = {
  /** Of each colour some, and how many there are of it. */
  actions: Action[];
  counts: Record<Rag, number>;
  today: Day;
  /** Where all of a colour are. */
  hrefOf: (rag: Rag) => string;
};

/** The plan by how it stands: a column for each colour, each a list of links. */
export function RagBoard({ actions, counts, today, hrefOf }: Props) {
  return (
    <div className="app-board">
      {order.map((rag) => (
        <Column
          key={rag}
          rag={rag}
          actions={actions.filter((action) => action.rag === rag)}
          count={counts[rag]}
          href={hrefOf(rag)}
          today={today}
        />
      ))}
    </div>
  );
}

type ColumnProps = { rag: Rag; actions: Action[]; count: number; href: string; today: Day };

function Column({ rag, actions, count, href, today }: ColumnProps) {
  return (
    <section className="app-board__column" aria-labelledby={`board-${rag}`}>
      <h2 className="govuk-heading-s" id={`board-${rag}`}>
        <RagTag rag={rag} /> {count.toLocaleString("en-GB")}
        <span className="govuk-visually-hidden">{count === 1 ? " action" : " actions"}</span>
      </h2>
      {count === 0 && <p className="govuk-body-s">None</p>}
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
      {count > actions.length && (
        <p className="govuk-body-s">
          These are due soonest. <Link href={href}>See all {count.toLocaleString("en-GB")}</Link>
        </p>
      )}
    </section>
  );
}
