import { DueDay } from "@/components/cases/due-day";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import {
  type FundingSource,
  fundingSources,
  type SupportType,
  supportTypes,
} from "@/lib/support/labels";
import { type ActionStatus, statusLabels } from "@/lib/tracker/labels";
import { isOpen } from "@/lib/tracker/rules";

type Action = {
  id: string;
  title: string;
  supportType: SupportType | null;
  funding: FundingSource | null;
  measure: string | null;
  /** Which objective of the plan it serves. */
  objective?: string | undefined;
  dueOn: Day;
  status: ActionStatus;
  note: string | null;
  ownerOrganisation: { name: string };
  ownerHat: { user: { name: string } } | null;
};

/** What the plan does. Each action is moved on in the one tracker. */
export function SupportActions({ actions, today }: { actions: Action[]; today: Day }) {
  return (
    <Table
      caption="What the plan does"
      columns={[
        { text: "Action" },
        { text: "It has helped when" },
        { text: "Kind" },
        { text: "Who" },
        { text: "Due" },
        { text: "How it stands" },
      ]}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          <div key="title">
            <Link href={`/actions/${action.id}`}>{action.title}</Link>
            {action.objective && (
              <div className="font-normal text-secondary">For: {action.objective}</div>
            )}
          </div>,
          action.measure,
          <div key="kind">
            {action.supportType && supportTypes[action.supportType]}
            {action.funding && (
              <div className="text-secondary">Paid for: {fundingSources[action.funding]}</div>
            )}
          </div>,
          [action.ownerHat?.user.name, action.ownerOrganisation.name].filter(Boolean).join(", "),
          isOpen(action.status) ? (
            <DueDay key="due" day={action.dueOn} today={today} />
          ) : (
            <Time key="due" day={action.dueOn} short />
          ),
          statusLabels[action.status],
        ],
      }))}
      empty="There is no action in the plan yet."
    />
  );
}
