import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getSlot } from "@/lib/panels/agenda/queries";
import { load } from "@/lib/request/load";
import { TakeOffForm } from "./take-off-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/take-off">;

export default async function TakeOffPage({ params }: Props) {
  const { id, itemId } = await params;
  const { reference } = await load((ctx) => getSlot(ctx, id, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/agenda`}>Back to the agenda</BackLink>}
    >
      <PageTitle>{`Take ${reference} off the agenda`}</PageTitle>
      <TakeOffForm itemId={itemId} reference={reference} />
    </Main>
  );
}
