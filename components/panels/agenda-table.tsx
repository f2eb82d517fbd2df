import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { type ItemKind, itemKinds, type Outcome, type Seat } from "@/lib/panels/labels";
import { settledText } from "@/lib/panels/rules";
import { Quorum } from "./quorum";

type Item = {
  id: string;
  kind: ItemKind;
  reference: string;
  quorum: { isQuorate: boolean; missing: Seat[][] };
  outcome: Outcome | null;
  isSpokenOf: boolean;
};

/** The items of a meeting that its reader may know. No name stands here: each opens on its own page. */
export function AgendaTable({ meetingId, items }: { meetingId: string; items: Item[] }) {
  return (
    <Table
      caption="Agenda"
      isWide
      columns={[{ text: "Case" }, { text: "Why" }, { text: "Quorum" }, { text: "Decision" }]}
      rows={items.map((item) => ({
        key: item.id,
        cells: [
          <Link key="case" href={`/meetings/${meetingId}/items/${item.id}`}>
            <Reference>{item.reference}</Reference>
          </Link>,
          itemKinds[item.kind],
          <Quorum key="quorum" proof={item.quorum} />,
          settledText(item),
        ],
      }))}
      empty="There is no case on this agenda that you may see. You see the items you are invited to."
    />
  );
}
