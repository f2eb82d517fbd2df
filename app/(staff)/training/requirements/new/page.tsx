import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getRequirementsToWrite } from "@/lib/training/queries";
import { AddRequirementForm } from "./add-requirement-form";

export default async function NewRequirementPage() {
  const choices = await load(getRequirementsToWrite);
  return (
    <Main width="two-thirds" back={<BackLink href="/training">Back to training</BackLink>}>
      <PageTitle>Add a requirement</PageTitle>
      <AddRequirementForm {...choices} />
    </Main>
  );
}
