import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProfileToWrite } from "@/lib/profile/queries";
import { load } from "@/lib/request/load";
import { NewEditionForm } from "./new-edition-form";

export default async function NewEditionPage() {
  const { area, partnerships, organisations } = await load(getProfileToWrite);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/profile">Back to the local profile</BackLink>}
    >
      <PageTitle>Record an edition of the local profile</PageTitle>
      <NewEditionForm coverage={{ area, partnerships: named }} organisations={organisations} />
    </Main>
  );
}
