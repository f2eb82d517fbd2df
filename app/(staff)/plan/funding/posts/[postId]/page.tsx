import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPost } from "@/lib/funding/queries";
import { plainPence } from "@/lib/money/rules";
import { load } from "@/lib/request/load";
import { EditPostForm } from "./edit-post-form";

export default async function PostPage({ params }: PageProps<"/plan/funding/posts/[postId]">) {
  const { postId } = await params;
  const post = await load((ctx) => getPost(ctx, postId));
  const { line, title, state, fromDay, toDay, cost, note, version } = post;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${line.id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>{`Change a post: ${title}`}</PageTitle>
      <EditPostForm
        postId={postId}
        lineId={line.id}
        line={line.name}
        values={{
          ...{ title, state, fromDay, toDay: toDay ?? "", cost: plainPence(cost) },
          ...{ note: note ?? "", version: `${version}` },
        }}
      />
    </Main>
  );
}
