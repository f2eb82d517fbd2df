import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Reference } from "@/components/ui/text";
import {
  type ItemKind,
  itemKinds,
  type Outcome,
  type Progress,
  progressLabels,
  type Seat,
} from "@/lib/panels/labels";
import { settledText } from "@/lib/panels/rules";
import { Quorum } from "./quorum";

type Item = {
  id: string;
  kind: ItemKind;
  reference: string;
  progress: Progress;
  quorum: { isQuorate: boolean; missing: Seat[][] };
  outcome: Outcome | null;
  isSpokenOf: boolean;
};

/** The items in the order in which the panel takes them, each with what it still needs. */
export function SittingItems({ meetingId, items }: { meetingId: string; items: Item[] }) {
  return (
    <Table
      caption="Items in order"
      columns={[
        { text: "Case" },
        { text: "Why" },
        { text: "Quorum" },
        { text: "Progress" },
        { text: "Decision" },
      ]}
      rows={items.map(({ id, kind, reference, progress, quorum, outcome, isSpokenOf }) => ({
        key: id,
        cells: [
          <Link key="case" href={`/meetings/${meetingId}/sit/${id}`}>
            <Reference>{reference}</Reference>
          </Link>,
          itemKinds[kind],
          <Quorum key="quorum" proof={quorum} />,
          progress === "now" ? <Tag key="now">{progressLabels.now}</Tag> : progressLabels[progress],
          settledText({ outcome, isSpokenOf }),
        ],
      }))}
      empty="There is no case on this agenda that you may see. You see the items you are invited to."
    />
  );
}
