import { type Meaning, StatusTag } from "@/components/ui/tag";
import { type RequestCell, requestCellLabels } from "@/lib/information/labels";

const meanings: Record<RequestCell, Meaning> = {
  not_asked: "closed",
  asked: "waiting",
  late: "overdue",
  part: "waiting",
  answered: "done",
  nil: "done",
  declined: "closed",
  cancelled: "closed",
};

/** Where a request stands. */
export function RequestTag({ cell }: { cell: RequestCell }) {
  return <StatusTag meaning={meanings[cell]}>{requestCellLabels[cell]}</StatusTag>;
}
