import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { listInvitable } from "@/lib/panels/queries";
import { load } from "@/lib/request/load";
import { InviteForm } from "./invite-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/invite">;

export default async function InvitePage({ params }: Props) {
  const { id, itemId } = await params;
  const { reference, people } = await load((ctx) => listInvitable(ctx, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Invite somebody for ${reference} alone`}</PageTitle>
      <InviteForm
        itemId={itemId}
        reference={reference}
        people={people.map(({ id: value, user, organisation }) => ({
          value,
          label: `${user.name}, ${organisation.name}`,
        }))}
      />
    </Main>
  );
}
