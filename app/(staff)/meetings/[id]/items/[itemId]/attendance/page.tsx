import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { seats } from "@/lib/panels/labels";
import { getItemToPrepare } from "@/lib/panels/queries";
import { load } from "@/lib/request/load";
import { ItemAttendanceForm } from "./item-attendance-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/attendance">;

export default async function ItemAttendancePage({ params }: Props) {
  const { id, itemId } = await params;
  const item = await load((ctx) => getItemToPrepare(ctx, itemId));
  const free = item.attendees.filter(({ hasConflict }) => !hasConflict);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Who is in the room for ${item.case.reference}`}</PageTitle>
      <ItemAttendanceForm
        itemId={itemId}
        present={free.filter(({ isPresent }) => isPresent).map(({ hatId }) => hatId)}
        people={free.map(({ hatId, seat, user, organisation }) => ({
          value: hatId,
          label: `${seats[seat]}: ${user.name}`,
          hint: organisation.name,
        }))}
      >
        <PageHeading caption={item.case.reference}>Who is in the room for this case?</PageHeading>
      </ItemAttendanceForm>
    </Main>
  );
}
