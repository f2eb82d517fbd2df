import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { Day } from "@/lib/dates";
import { type Rag, type Workstream, workstreamLabels } from "@/lib/plans/labels";
import { Due } from "./due";
import { RagTag } from "./rag-tag";

export type PlanActionRow = {
  actionId: string;
  reference: string;
  text: string;
  owner: { name: string };
  ownerRole: string;
  workstream: Workstream;
  rag: Rag;
  isStale: boolean;
  percent: number;
  dueDay: Day;
  isOverdue: boolean;
};

type Props = {
  caption: string;
  actions: readonly PlanActionRow[];
  today: Day;
  empty: string;
};

const columns = [
  { text: "Action" },
  { text: "Led by" },
  { text: "Due" },
  { text: "How it stands" },
  { text: "Done", numeric: true },
];

/** The actions of a theme, or those that need attention. */
export function PlanActionsTable({ caption, actions, today, empty }: Props) {
  const rows = actions.map((action) => ({
    key: action.actionId,
    cells: [
      <>
        <Link href={`/plan/actions/${action.actionId}`}>
          {action.reference} {action.text}
        </Link>
        {action.workstream !== "prevent" && (
          <p className="govuk-body-s text-secondary">{workstreamLabels[action.workstream]}</p>
        )}
      </>,
      <>
        {action.owner.name}
        <br />
        <span className="text-secondary">{action.ownerRole}</span>
      </>,
      <Due key="due" day={action.dueDay} today={today} isOverdue={action.isOverdue} />,
      <RagTag key="rag" rag={action.rag} isStale={action.isStale} />,
      `${action.percent}%`,
    ],
  }));
  return <Table caption={caption} columns={columns} rows={rows} empty={empty} />;
}
