import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { seats } from "@/lib/panels/labels";
import { getConflictChoices } from "@/lib/panels/queries";
import { load } from "@/lib/request/load";
import { ConflictForm } from "./conflict-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/conflict">;

export default async function ConflictPage({ params }: Props) {
  const { id, itemId } = await params;
  const { reference, people, hatId } = await load((ctx) => getConflictChoices(ctx, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Declare a conflict of interest on ${reference}`}</PageTitle>
      <ConflictForm
        itemId={itemId}
        reference={reference}
        hatId={hatId}
        people={people.map(({ hatId: value, seat, user }) => ({
          value,
          label: `${seats[seat]}: ${user.name}`,
        }))}
      />
    </Main>
  );
}
