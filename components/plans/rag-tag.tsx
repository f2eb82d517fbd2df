import { Tag } from "@/components/ui/tag";
import { type Rag, ragLabels } from "@/lib/plans/labels";

const colours = {
  green: "green",
  amber: "orange",
  red: "red",
  blue: undefined,
  grey: "grey",
} as const satisfies Record<Rag, string | undefined>;

type Props = {
  rag: Rag;
  isStale?: boolean;
  /** What the colour means, beside it. */
  isExplained?: boolean;
};

/** How a plan action stands: its colour as a word, and "Stale" where nobody has said so for too long. */
export function RagTag({ rag, isStale, isExplained }: Props) {
  const [word, meaning] = ragLabels[rag].split(": ");
  return (
    <>
      <Tag colour={colours[rag]}>{word}</Tag>
      {isExplained && ` ${meaning}`}
      {isStale && (
        <>
          {" "}
          <Tag colour="yellow">Stale</Tag>
          {isExplained && " no update for 45 days"}
        </>
      )}
    </>
  );
}
