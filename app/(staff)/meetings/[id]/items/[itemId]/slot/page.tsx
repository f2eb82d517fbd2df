import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getSlot } from "@/lib/panels/agenda/queries";
import { itemKinds } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";
import { SlotForm } from "./slot-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/slot">;

export default async function SlotPage({ params }: Props) {
  const { id, itemId } = await params;
  const item = await load((ctx) => getSlot(ctx, id, itemId));
  const { reference, kind, place, minutes, residentForce } = item;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/agenda`}>Back to the agenda</BackLink>}
    >
      <PageTitle>{`Change place or time of ${reference}`}</PageTitle>
      <SlotForm
        itemId={itemId}
        caption={`${reference}, ${itemKinds[kind].toLowerCase()}`}
        slot={{ place: `${place}`, minutes: `${minutes}`, residentForce: residentForce ?? "" }}
      />
    </Main>
  );
}
