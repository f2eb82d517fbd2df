import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProjectsToWrite } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";
import { NewProjectForm } from "./new-project-form";

export default async function NewProjectPage() {
  const { area, partnerships, ...choices } = await load(getProjectsToWrite);
  const named = partnerships.map(({ id, name }) => ({ id, name }));
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/projects">Back to projects</BackLink>}>
      <PageTitle>Add a project</PageTitle>
      <NewProjectForm coverage={{ area, partnerships: named }} choices={choices} />
    </Main>
  );
}
