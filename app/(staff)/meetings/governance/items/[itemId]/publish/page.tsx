import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { whyNotPublic } from "@/lib/governance/rules";
import { load } from "@/lib/request/load";
import { PublishForm } from "./publish-form";
import { UnpublishForm } from "./unpublish-form";

type Props = PageProps<"/meetings/governance/items/[itemId]/publish">;

export default async function PublishPage({ params }: Props) {
  const { itemId } = await params;
  const { item, meeting } = await load((ctx) => getBoardItem(ctx, itemId, "body:write"));
  const caption = `${meeting.body.name}: ${item.title}`;
  const isPublic = item.publication !== null && !item.publication.withdrawnAt;
  const { isExempt, decisionKind, publication } = item;
  const { isApproved } = meeting;
  const whyNot = whyNotPublic({
    ...{ isExempt, isApproved, decisionKind },
    isPublished: publication !== null,
  });
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`${isPublic ? "Withdraw the decision" : "Make the decision public"}, ${caption}`}</PageTitle>
      {isPublic ? (
        <UnpublishForm itemId={itemId} caption={caption} />
      ) : whyNot ? (
        <>
          <PageHeading caption={caption}>Make the decision public</PageHeading>
          <p className="govuk-body">{whyNot}.</p>
        </>
      ) : (
        <PublishForm itemId={itemId} caption={caption} decision={item.decision ?? ""} />
      )}
    </Main>
  );
}
