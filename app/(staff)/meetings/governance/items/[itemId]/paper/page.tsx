import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { PaperForm } from "./paper-form";

export default async function AddPaperPage({
  params,
}: PageProps<"/meetings/governance/items/[itemId]/paper">) {
  const { itemId } = await params;
  const { item, meeting } = await load((ctx) => getBoardItem(ctx, itemId, "body:write"));
  const caption = `${meeting.body.name}: ${item.title}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Add a paper, ${caption}`}</PageTitle>
      <PaperForm itemId={itemId} caption={caption} />
    </Main>
  );
}
