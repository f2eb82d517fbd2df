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

type Props = { caption: string; posts: readonly Post[]; mayEnd: boolean };

/** Who leads now, or which teams there are. */
export const PostTable = ({ caption, posts, mayEnd }: Props) => (
  <Table
    caption={caption}
    columns={[
      { text: "Name" },
      { text: "Post or purpose" },
      { text: "Work contact" },
      { text: "Since" },
      ...(mayEnd ? [{ text: "End", isHidden: true }] : []),
    ]}
    rows={posts.map((post) => ({
      key: post.id,
      cells: [
        nameOf(post),
        post.about,
        post.contact,
        <Time key="from" day={post.fromDay} short />,
        <Link key="end" href={`/plan/area/posts/${post.id}`}>
          End<span className="govuk-visually-hidden"> {nameOf(post)}</span>
        </Link>,
      ],
    }))}
    empty="None has been recorded yet."
    keepsCaption
  />
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
