import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProvidersToWrite } from "@/lib/projects/providers/queries";
import { load } from "@/lib/request/load";
import { ProviderForm } from "./provider-form";

export default async function NewProviderPage() {
  const { organisations } = await load(getProvidersToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/projects/providers">Back to providers</BackLink>}
    >
      <PageTitle>Add a provider</PageTitle>
      <ProviderForm organisations={organisations} />
    </Main>
  );
}
