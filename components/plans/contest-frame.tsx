import { Table } from "@/components/ui/table";
import {
  type Strand,
  strandAims,
  strandLabels,
  strandOf,
  type Workstream,
  workstreamLabels,
} from "@/lib/plans/labels";

type Props = { counted: readonly { workstream: Workstream; count: number }[] };

const strands = ["pursue", "prevent", "protect", "prepare"] satisfies Strand[];
const linked = (["cohesion", "counter_extremism"] satisfies Workstream[]).map(
  (code) => workstreamLabels[code],
);

/** 0.1: the four strands of the national strategy, and what of them is in this plan. */
export const ContestFrame = ({ counted }: Props) => {
  const count = (strand: Strand | null) =>
    counted
      .filter(({ workstream }) => strandOf[workstream] === strand)
      .reduce((sum, one) => sum + one.count, 0);
  return (
    <Table
      caption="Where Prevent stands in the national strategy, CONTEST"
      columns={[
        { text: "Strand" },
        { text: "What it is for" },
        { text: "Actions in this plan", numeric: true },
      ]}
      rows={[
        ...strands.map((strand) => ({
          key: strand,
          cells: [strandLabels[strand], strandAims[strand], count(strand)],
        })),
        {
          key: "linked",
          cells: [
            "Linked work, in none of the four",
            `${linked.join(", ")}: beside Prevent, and never counted as it`,
            count(null),
          ],
        },
      ]}
    />
  );
};
