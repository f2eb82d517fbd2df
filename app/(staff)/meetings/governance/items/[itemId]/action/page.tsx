import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getItemForAction } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { BoardActionForm } from "./board-action-form";

export default async function AddBoardActionPage({
  params,
}: PageProps<"/meetings/governance/items/[itemId]/action">) {
  const { itemId } = await params;
  const { item, meeting, organisations } = await load((ctx) => getItemForAction(ctx, itemId));
  const caption = `${meeting.body.name}: ${item.title}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Add an action, ${caption}`}</PageTitle>
      <BoardActionForm
        itemId={itemId}
        caption={caption}
        organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Main>
  );
}
