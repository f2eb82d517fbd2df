import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { seats } from "@/lib/panels/labels";
import { getDeputyChoices } from "@/lib/panels/members/queries";
import { load } from "@/lib/request/load";
import { DeputyForm } from "./deputy-form";

type Props = PageProps<"/meetings/members/[hatId]/deputy">;

export default async function NameDeputyPage({ params }: Props) {
  const { hatId } = await params;
  const { member, others } = await load((ctx) => getDeputyChoices(ctx, hatId));
  const { seat, user, organisation } = member;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/meetings/members">Back to the members</BackLink>}
    >
      <PageTitle>Name a deputy</PageTitle>
      <PageHeading caption={`${seats[seat]}, ${organisation.name}`}>
        Name a deputy for {user.name}
      </PageHeading>
      <p className="govuk-body">
        Being a deputy opens no case. They read a case once they are invited to a meeting.
      </p>
      {others.length === 0 ? (
        <p className="govuk-body">
          Nobody else of {organisation.name} has a role that could stand in.
        </p>
      ) : (
        <DeputyForm
          hatId={hatId}
          people={others.map(({ id: value, user: other }) => ({ value, label: other.name }))}
        />
      )}
    </Main>
  );
}
