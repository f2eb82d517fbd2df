import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listAskedIn } from "@/lib/panels/invitations/queries";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/withdraw">;

export default async function WithdrawPage({ params }: Props) {
  const { id, itemId } = await params;
  const { reference, people } = await load((ctx) => listAskedIn(ctx, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Withdraw an invitation for ${reference}`}</PageTitle>
      {people.length > 0 ? (
        <WithdrawForm
          itemId={itemId}
          reference={reference}
          people={people.map(({ id: value, user, organisation }) => ({
            value,
            label: `${user.name}, ${organisation.name}`,
          }))}
        />
      ) : (
        <>
          <PageHeading caption={reference}>Withdraw an invitation for this case</PageHeading>
          <p className="govuk-body">
            Nobody who was invited for this case alone is still to come in.
          </p>
        </>
      )}
    </Main>
  );
}
