import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type Disposition, dispositionLabels } from "@/lib/plans/consultation/labels";

export type CommentRow = {
  id: string;
  number: number;
  line: string;
  text: string;
  source: string;
  saidDay: Day;
  disposition: Disposition | null;
  reason: string | null;
  beforeText: string | null;
  afterText: string | null;
};

type Props = { caption: string; comments: readonly CommentRow[]; empty: string };

/** What was said of the draft, and what came of each. */
export const CommentsTable = ({ caption, comments, empty }: Props) => (
  <Table
    caption={caption}
    isWide
    columns={[
      { text: "Comment" },
      { text: "Said by" },
      { text: "About" },
      { text: "What came of it" },
    ]}
    empty={empty}
    keepsCaption
    rows={comments.map((comment) => ({
      key: comment.id,
      cells: [
        <Link key="text" href={`/plan/consultation/comments/${comment.id}`}>
          {comment.number}. {comment.text}
        </Link>,
        <>
          {comment.source}
          <br />
          <Time day={comment.saidDay} short />
        </>,
        comment.line,
        <Answer key="answer" comment={comment} />,
      ],
    }))}
  />
);

const meanings = { accepted: "done", partly: "new", not_accepted: "closed" } as const;

export const DispositionTag = ({ disposition }: { disposition: Disposition | null }) =>
  disposition ? (
    <StatusTag meaning={meanings[disposition]}>{dispositionLabels[disposition]}</StatusTag>
  ) : (
    <StatusTag meaning="waiting">Waits for an answer</StatusTag>
  );

function Answer({
  comment: { disposition, reason, beforeText, afterText },
}: {
  comment: CommentRow;
}) {
  return (
    <>
      <DispositionTag disposition={disposition} />
      {reason && <p className="govuk-body-s">{reason}</p>}
      {afterText && <BeforeAndAfter before={beforeText} after={afterText} />}
    </>
  );
}

/** The words as they were, and as they are. */
export const BeforeAndAfter = ({ before, after }: { before: string | null; after: string }) => (
  <p className="govuk-body-s">
    {before && (
      <>
        Before: <del>{before}</del>
        <br />
      </>
    )}
    {before ? "After: " : "Changed: "}
    <ins>{after}</ins>
  </p>
);
