import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type ActionRag, actionRags } from "@/lib/panels/labels";
import { ragOf } from "@/lib/panels/rules";
import { type ActionStatus, statusLabels } from "@/lib/tracker/labels";

type Action = {
  id: string;
  title: string;
  status: ActionStatus;
  dueOn: Day;
  ownerOrganisation: { name: string };
  ownerHat: { user: { name: string } } | null;
};

/** What the panel wants done on this case. */
export function PanelActions({ actions, today }: { actions: Action[]; today: Day }) {
  return (
    <Table
      caption="Actions for the panel"
      columns={[{ text: "Action" }, { text: "Who" }, { text: "Due" }, { text: "How it stands" }]}
      rows={actions.map(({ id, title, ownerHat, ownerOrganisation, dueOn, status }) => ({
        key: id,
        cells: [
          title,
          [ownerHat?.user.name, ownerOrganisation.name].filter(Boolean).join(", "),
          <Time key="due" day={dueOn} short today={status === "done" ? undefined : today} />,
          <ActionStanding key="stands" status={status} dueOn={dueOn} today={today} />,
        ],
      }))}
      empty="The panel has asked for nothing to be done on this case."
    />
  );
}

const colours = { red: "red", amber: "yellow", green: "green", done: "grey" } as const;

type StandingProps = { status: ActionStatus; dueOn: Day; today: Day };

/** M-04: red, amber or green in words; what is finished says how. */
export function ActionStanding({ status, dueOn, today }: StandingProps) {
  const rag: ActionRag = ragOf({ status, dueOn }, today);
  return <Tag colour={colours[rag]}>{rag === "done" ? statusLabels[status] : actionRags[rag]}</Tag>;
}

type Logged = Omit<Action, "ownerHat"> & { reference: string | null };

/** The action log of a meeting: whose each action is, by when, and how it stands (M-04). */
export function ActionLog({ actions, today }: { actions: Logged[]; today: Day }) {
  return (
    <Table
      caption="Action log"
      columns={[
        { text: "Action" },
        { text: "Case" },
        { text: "Organisation" },
        { text: "Due" },
        { text: "How it stands" },
      ]}
      rows={actions.map(({ id, title, reference, ownerOrganisation, dueOn, status }) => ({
        key: id,
        cells: [
          title,
          reference,
          ownerOrganisation.name,
          <Time key="due" day={dueOn} short />,
          <ActionStanding key="stands" status={status} dueOn={dueOn} today={today} />,
        ],
      }))}
      empty="The meeting asked for nothing to be done that you may see."
    />
  );
}
