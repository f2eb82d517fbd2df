import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getOrganisationsForChampion } from "@/lib/champions/queries";
import { load } from "@/lib/request/load";
import { NewChampionForm } from "./new-champion-form";

export default async function NewChampionPage() {
  const { organisations } = await load(getOrganisationsForChampion);
  return (
    <Main width="two-thirds" back={<BackLink href="/champions">Back to champions</BackLink>}>
      <PageTitle>Add a champion</PageTitle>
      <NewChampionForm organisations={organisations.map(({ id, name }) => ({ id, name }))} />
    </Main>
  );
}
