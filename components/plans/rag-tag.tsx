import { Tag } from "@/components/ui/tag";
import { type Rag, ragLabels } from "@/lib/plans/labels";

const colours = {
  green: "green",
  amber: "orange",
  red: "red",
  blue: undefined,
  grey: "grey",
} as const satisfies Record<Rag, string | undefined>;

/** How a plan action stands: its colour with its words, and "No update" where nobody has said so. */
export function RagTag({ rag, isStale }: { rag: Rag; isStale?: boolean }) {
  return (
    <>
      <Tag colour={colours[rag]}>{ragLabels[rag]}</Tag>
      {isStale && (
        <>
          {" "}
          <Tag colour="yellow">Stale: no update</Tag>
        </>
      )}
    </>
  );
}
