import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import {
  type ItemKind,
  itemKinds,
  type Outcome,
  outcomeLabels,
  type Seat,
} from "@/lib/panels/labels";
import { Quorum } from "./quorum";

type Item = {
  id: string;
  kind: ItemKind;
  reference: string;
  quorum: { isQuorate: boolean; missing: Seat[][] };
  outcome: Outcome | null;
  isSpokenOf: boolean;
};

function settled({ outcome, isSpokenOf }: Item) {
  if (outcome) return outcomeLabels[outcome];
  return isSpokenOf ? outcomeLabels.discussed_only : "Not decided yet";
}

/** The items of a meeting that its reader may know. No name stands here: each opens on its own page. */
export function AgendaTable({ meetingId, items }: { meetingId: string; items: Item[] }) {
  return (
    <Table
      caption="Agenda"
      columns={[{ text: "Case" }, { text: "Why" }, { text: "Quorum" }, { text: "Decision" }]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <Link key="case" href={`/meetings/${meetingId}/items/${item.id}`}>
            {item.reference}
          </Link>,
          itemKinds[item.kind],
          <Quorum key="quorum" proof={item.quorum} />,
          settled(item),
        ],
      }))}
      empty="There is no case on this agenda that you may see. You see the items you are invited to."
    />
  );
}
