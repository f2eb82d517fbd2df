import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { BeforeAndAfter, type CommentRow, DispositionTag } from "./comments-table";

/** On the page of an action: what was said of it, and where its words come from (4.7). */
export function ActionComments({ comments }: { comments: readonly CommentRow[] }) {
  if (comments.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Comments on this action</h2>
      <ul className="govuk-list govuk-list--spaced">
        {comments.map((comment) => (
          <li key={comment.id}>
            <Link href={`/plan/consultation/comments/${comment.id}`}>
              {comment.afterText ? "Changed after comment" : "Comment"} from {comment.source}
            </Link>
            , <Time day={comment.saidDay} short />: {comment.text}{" "}
            <DispositionTag disposition={comment.disposition} />
            {comment.afterText && (
              <BeforeAndAfter before={comment.beforeText} after={comment.afterText} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
