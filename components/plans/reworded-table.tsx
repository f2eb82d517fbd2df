import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Reworded } from "@/lib/plans/approval/rules";
import type { CommentRow } from "./comments-table";

type Source = CommentRow & { actionId: string | null; changedActionId: string | null };
type Props = { reworded: readonly Reworded[]; comments: readonly Source[] };

/** 4.8: what the words were, what they are, and the comments that they came of. */
export const RewordedTable = ({ reworded, comments }: Props) => (
  <Table
    caption="Actions that changed"
    isWide
    columns={[{ text: "Action" }, { text: "What changed" }, { text: "After comment from" }]}
    keepsCaption
    empty="No action that was there before has changed."
    rows={reworded.map(({ action, words, dueBefore }) => ({
      key: action.actionId,
      cells: [
        <Link key="link" href={`/plan/actions/${action.actionId}`}>
          {action.reference} {action.title}
        </Link>,
        <ul key="words" className="govuk-list">
          {words.map(({ label, from, to }) => (
            <li key={label}>
              {label}: <del>{from}</del> <ins>{to}</ins>
            </li>
          ))}
          {dueBefore && (
            <li>
              Due: <Time day={dueBefore} short /> to <Time day={action.dueDay} short />
            </li>
          )}
        </ul>,
        <Sources
          key="sources"
          comments={comments.filter((one) => one.changedActionId === action.actionId)}
        />,
      ],
    }))}
  />
);

const Sources = ({ comments }: { comments: Source[] }) =>
  comments.length === 0 ? (
    <>No comment: the writer changed it.</>
  ) : (
    <ul className="govuk-list">
      {comments.map(({ id, source, saidDay }) => (
        <li key={id}>
          <Link href={`/plan/consultation/comments/${id}`}>{source}</Link>,{" "}
          <Time day={saidDay} short />
        </li>
      ))}
    </ul>
  );
