import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type PostState, postStates } from "@/lib/funding/labels";
import type { Totals } from "@/lib/funding/rules";
import { formatPence } from "@/lib/money/rules";

type Post = {
  id: string;
  title: string;
  state: PostState;
  fromDay: Day;
  toDay: Day | null;
  cost: number;
  note: string | null;
  totals: Totals;
};

const meanings = { filled: "done", planned: "waiting", vacant: "soon" } as const;

/** The posts that a line pays for, and those it is to pay for. */
export function PostTable({ posts, mayWrite }: { posts: readonly Post[]; mayWrite: boolean }) {
  const rows = posts.map((post) => ({
    key: post.id,
    cells: [
      <>
        {mayWrite ? <Link href={`/plan/funding/posts/${post.id}`}>{post.title}</Link> : post.title}
        {post.note && (
          <>
            <br />
            <span className="text-secondary">{post.note}</span>
          </>
        )}
      </>,
      <StatusTag key="state" meaning={meanings[post.state]}>
        {postStates[post.state]}
      </StatusTag>,
      <>
        From <Time day={post.fromDay} short />
        {post.toDay && (
          <>
            {" "}
            to <Time day={post.toDay} short />
          </>
        )}
      </>,
      formatPence(post.cost),
      formatPence(post.totals.allocated),
      formatPence(post.totals.spent),
    ],
  }));
  return (
    <Table
      caption="Posts"
      columns={[
        { text: "Post" },
        { text: "State" },
        { text: "When" },
        { text: "Cost for the year", numeric: true },
        { text: "Allocated", numeric: true },
        { text: "Spent", numeric: true },
      ]}
      rows={rows}
      empty="This line pays for no post."
      keepsCaption
    />
  );
}
