import { RagTag } from "@/components/plans/rag-tag";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Rag } from "@/lib/plans/labels";

type Action = {
  actionId: string;
  reference: string;
  text: string;
  plan: string;
  owner: string;
  rag: Rag;
  isStale: boolean;
  dueDay: string;
};

type Props = {
  caption: string;
  actions: readonly Action[];
  empty?: string;
  captionSize?: "s" | "m";
};

/** The actions of a plan that answer something, and how they stand. */
export function LinkedActions({ caption, captionSize, actions, empty }: Props) {
  const rows = actions.map((action) => ({
    key: action.actionId,
    cells: [
      <>
        <Link href={`/plan/actions/${action.actionId}`}>
          {action.reference} {action.text}
        </Link>
        <br />
        <span className="text-secondary">{action.plan}</span>
      </>,
      action.owner,
      <Time key="due" day={action.dueDay} short />,
      <RagTag key="rag" rag={action.rag} isStale={action.isStale} />,
    ],
  }));
  return (
    <Table
      caption={caption}
      captionSize={captionSize}
      columns={[{ text: "Action" }, { text: "Led by" }, { text: "Due" }, { text: "How it stands" }]}
      rows={rows}
      empty={empty}
      keepsCaption
    />
  );
}
