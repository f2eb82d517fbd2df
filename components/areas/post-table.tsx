import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type PostKind, postKinds } from "@/lib/areas/labels";
import type { Day } from "@/lib/dates";

type Post = {
  id: string;
  kind: PostKind;
  name: string;
  about: string;
  contact: string;
  fromDay: Day;
  untilDay: Day | null;
  endedBecause: string | null;
};

const nameOf = ({ kind, name }: Post) => (kind === "team" ? name : `${postKinds[kind]}: ${name}`);

type Props = { caption: string; posts: readonly Post[]; mayChange: boolean };

/** Who leads now, or which teams there are. */
export const PostTable = ({ caption, posts, mayChange }: Props) => (
  <Table
    caption={caption}
    columns={[
      { text: "Name" },
      { text: "Post or purpose" },
      { text: "Work contact" },
      { text: "Since" },
      ...(mayChange ? [{ text: "Change or end", isHidden: true }] : []),
    ]}
    rows={posts.map((post) => ({
      key: post.id,
      cells: [
        nameOf(post),
        post.about,
        post.contact,
        <Time key="from" day={post.fromDay} short />,
        ...(mayChange ? [<PostLinks key="links" post={post} />] : []),
      ],
    }))}
    empty="None has been recorded yet."
    keepsCaption
  />
);

const PostLinks = ({ post }: { post: Post }) => (
  <>
    <Link href={`/plan/area/posts/${post.id}/contact`}>
      Change<span className="govuk-visually-hidden"> the work contact of {nameOf(post)}</span>
    </Link>{" "}
    <Link href={`/plan/area/posts/${post.id}`}>
      End<span className="govuk-visually-hidden"> {nameOf(post)}</span>
    </Link>
  </>
);

/** Who it was before, and until when. */
export const FormerPosts = ({ posts }: { posts: readonly Post[] }) =>
  posts.length > 0 && (
    <Table
      caption="Leads and teams before"
      columns={[
        { text: "Name" },
        { text: "Post or purpose" },
        { text: "From" },
        { text: "Why it ended" },
      ]}
      rows={posts.map((post) => ({
        key: post.id,
        cells: [
          nameOf(post),
          post.about,
          <>
            <Time day={post.fromDay} short /> to{" "}
            {post.untilDay && <Time day={post.untilDay} short />}
          </>,
          post.endedBecause,
        ],
      }))}
    />
  );
