import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Reference } from "@/components/ui/text";
import type { Day } from "@/lib/dates";
import { type ActionKind, type ActionStatus, kindLabels, statusLabels } from "@/lib/tracker/labels";
import { Due } from "./due";

type Action = {
  id: string;
  kind: ActionKind;
  title: string;
  parent: string;
  organisation: string;
  owner: string;
  status: ActionStatus;
  dueDay: Day;
  isOverdue: boolean;
};

const colours = {
  not_started: "grey",
  in_progress: undefined,
  done: "green",
  cancelled: "grey",
} as const;

const columns = [
  { text: "Action" },
  { text: "For" },
  { text: "Who" },
  { text: "Due" },
  { text: "Progress" },
];

const hrefOf = ({ kind, id }: Action) =>
  kind === "plan" ? `/plan/actions/${id}` : `/actions/${id}`;

/** Actions of every kind in one list. */
export function TrackerTable(props: { actions: Action[]; today: Day; empty: string }) {
  const { actions, today, empty } = props;
  return (
    <Table
      caption="Actions"
      isCaptionHidden
      columns={columns}
      empty={empty}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          <Link key="link" href={hrefOf(action)}>
            {action.title}
          </Link>,
          <>
            {kindLabels[action.kind]}
            <br />
            {action.kind === "plan" || action.kind === "governance" ? (
              action.parent
            ) : (
              <Reference>{action.parent}</Reference>
            )}
          </>,
          <>
            {action.organisation}
            {action.owner && (
              <>
                <br />
                <span className="text-secondary">{action.owner}</span>
              </>
            )}
          </>,
          <Due key="due" day={action.dueDay} today={today} isOverdue={action.isOverdue} />,
          <span key="status" className="whitespace-nowrap">
            <Tag colour={colours[action.status]}>{statusLabels[action.status]}</Tag>
          </span>,
        ],
      }))}
    />
  );
}
