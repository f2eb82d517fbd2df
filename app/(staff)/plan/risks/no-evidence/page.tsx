import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRegisterToWrite } from "@/lib/risks/queries";
import { readRiskAddress } from "@/lib/risks/schema";
import { NoEvidenceForm } from "./no-evidence-form";

export default async function NoEvidencePage({
  searchParams,
}: PageProps<"/plan/risks/no-evidence">) {
  const { ideology } = readRiskAddress(await searchParams);
  const { area, partnerships, organisations } = await load(getRegisterToWrite);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/risks">Back to the risk register</BackLink>}
    >
      <PageTitle>No evidence above the national background</PageTitle>
      <NoEvidenceForm
        coverage={{ area, partnerships: named }}
        organisations={organisations}
        ideology={ideology}
      />
    </Main>
  );
}
