import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";
import { type ProjectStatus, projectStatuses } from "@/lib/projects/labels";

type Move = {
  id: string;
  fromStatus: ProjectStatus | null;
  toStatus: ProjectStatus;
  at: Date;
  by: string;
};

/** The road that a project has taken, newest first. */
export const ProjectRoad = ({ moves }: { moves: readonly Move[] }) => (
  <Table
    caption="Steps so far"
    columns={[{ text: "When" }, { text: "From" }, { text: "To" }, { text: "Recorded by" }]}
    rows={moves.map(({ id, fromStatus, toStatus, at, by }) => ({
      key: id,
      cells: [
        <Time key="when" day={dayOf(at)} short />,
        fromStatus ? projectStatuses[fromStatus] : "New",
        projectStatuses[toStatus],
        by,
      ],
    }))}
  />
);
