import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getItemToPrepare } from "@/lib/panels/queries";
import { load } from "@/lib/request/load";
import { PanelActionForm } from "./panel-action-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/actions">;

export default async function PanelActionPage({ params }: Props) {
  const { id, itemId } = await params;
  const item = await load((ctx) => getItemToPrepare(ctx, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Add an action on ${item.case.reference}`}</PageTitle>
      <PanelActionForm
        itemId={itemId}
        people={item.attendees
          .filter(({ hasConflict }) => !hasConflict)
          .map(({ hatId, user, organisation }) => ({
            value: hatId,
            label: `${user.name}, ${organisation.name}`,
          }))}
      >
        <PageHeading caption={item.case.reference}>Add an action</PageHeading>
      </PanelActionForm>
    </Main>
  );
}
