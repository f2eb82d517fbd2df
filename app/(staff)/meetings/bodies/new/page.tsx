import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getTreeToWrite } from "@/lib/governance/bodies/queries";
import { load } from "@/lib/request/load";
import { NewBodyForm } from "./new-body-form";

export default async function NewBodyPage() {
  const { area, partnerships, bodies } = await load(getTreeToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/meetings/bodies">Back to who oversees the plan</BackLink>}
    >
      <PageTitle>Add a body</PageTitle>
      <NewBodyForm
        coverage={{ area, partnerships: partnerships.map(({ id, name }) => ({ id, name })) }}
        parents={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Main>
  );
}
