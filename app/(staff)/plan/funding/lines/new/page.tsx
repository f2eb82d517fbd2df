import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getFundingToWrite } from "@/lib/funding/queries";
import { yearsToChoose } from "@/lib/funding/rules";
import { load } from "@/lib/request/load";
import { LineForm } from "./line-form";

export default async function NewLinePage() {
  const { area, partnerships, today } = await load(getFundingToWrite);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/funding">Back to funding</BackLink>}>
      <PageTitle>Add a funding line</PageTitle>
      <LineForm coverage={{ area, partnerships: named }} years={yearsToChoose(today)} />
    </Main>
  );
}
