import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getLine } from "@/lib/funding/queries";
import { load } from "@/lib/request/load";
import { AddPostForm } from "./add-post-form";

export default async function AddPostPage({ params }: PageProps<"/plan/funding/lines/[id]/post">) {
  const { id } = await params;
  const line = await load((ctx) => getLine(ctx, id, "money:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/funding/lines/${id}`}>Back to {line.name}</BackLink>}
    >
      <PageTitle>{`Add a post to ${line.name}`}</PageTitle>
      <AddPostForm lineId={id} line={line.name} />
    </Main>
  );
}
