import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRegisterToWrite } from "@/lib/risks/queries";
import { readRiskAddress } from "@/lib/risks/schema";
import { NewRiskForm } from "./new-risk-form";

export default async function NewRiskPage({ searchParams }: PageProps<"/plan/risks/new">) {
  const { ideology } = readRiskAddress(await searchParams);
  const { area, partnerships, organisations } = await load(getRegisterToWrite);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/risks">Back to the risk register</BackLink>}
    >
      <PageTitle>Add a risk</PageTitle>
      <NewRiskForm
        coverage={{ area, partnerships: named }}
        organisations={organisations}
        ideology={ideology}
      />
    </Main>
  );
}
