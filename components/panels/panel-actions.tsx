import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { statusLabels } from "@/lib/tracker/labels";

type Action = {
  id: string;
  title: string;
  status: string;
  dueOn: Day;
  ownerOrganisation: { name: string };
  ownerHat: { user: { name: string } } | null;
};

/** What the panel wants done on this case. */
export function PanelActions({ actions, today }: { actions: Action[]; today: Day }) {
  return (
    <Table
      caption="Actions for the panel"
      columns={[{ text: "Action" }, { text: "Who" }, { text: "Due" }, { text: "Stage" }]}
      rows={actions.map(({ id, title, ownerHat, ownerOrganisation, dueOn, status }) => ({
        key: id,
        cells: [
          title,
          [ownerHat?.user.name, ownerOrganisation.name].filter(Boolean).join(", "),
          <Time key="due" day={dueOn} short today={status === "done" ? undefined : today} />,
          statusLabels[status as keyof typeof statusLabels],
        ],
      }))}
      empty="The panel has asked for nothing to be done on this case."
    />
  );
}
