import { Table } from "@/components/ui/table";
import type { Rag } from "@/lib/plans/labels";
import { RagTag } from "./rag-tag";

const order: Rag[] = ["red", "amber", "green", "blue", "grey"];
const columns = [{ text: "How it stands" }, { text: "Actions", numeric: true }];

type Props = { counts: Record<Rag, number>; total: number };

/** How the Prevent actions of a plan stand; linked work is said beside them, never counted (domain 0.3). */
export function RagCounts({ counts, total }: Props) {
  const prevent = order.reduce((sum, rag) => sum + counts[rag], 0);
  const others = total - prevent;
  return (
    <>
      <Table
        caption="Prevent actions"
        columns={columns}
        rows={order.map((rag) => ({
          key: rag,
          cells: [<RagTag key={rag} rag={rag} isExplained />, counts[rag].toLocaleString("en-GB")],
        }))}
      />
      {others > 0 && (
        <p className="govuk-body">
          {others === 1
            ? "1 action of a linked workstream is in the plan and is not counted here."
            : `${others} actions of linked workstreams are in the plan and are not counted here.`}
        </p>
      )}
    </>
  );
}
