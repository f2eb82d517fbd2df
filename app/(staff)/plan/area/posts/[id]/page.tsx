import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { postKinds } from "@/lib/areas/labels";
import { getPostToChange } from "@/lib/areas/queries";
import { load } from "@/lib/request/load";
import { EndPostForm } from "./end-post-form";

export default async function EndPostPage({ params }: PageProps<"/plan/area/posts/[id]">) {
  const { id } = await params;
  const { kind, name, about, untilDay } = await load((ctx) => getPostToChange(ctx, id));
  const caption = `${postKinds[kind]}: ${name}, ${about}`;
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/area">Back to the area</BackLink>}>
      <PageTitle>{`End: ${postKinds[kind].toLowerCase()}`}</PageTitle>
      {untilDay ? (
        <>
          <PageHeading caption={caption}>This has ended</PageHeading>
          <p className="govuk-body">
            It ended on <Time day={untilDay} />, and stays in the history of the area.
          </p>
        </>
      ) : (
        <EndPostForm postId={id} caption={caption} />
      )}
    </Main>
  );
}
