import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProjectToEdit } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";
import { EditProjectForm } from "./edit-project-form";

export default async function EditProjectPage({ params }: PageProps<"/plan/projects/[id]/edit">) {
  const { id } = await params;
  const { project, ...choices } = await load((ctx) => getProjectToEdit(ctx, id));
  const { reference, title, summary, objective, ideologies, basis, basisWords } = project;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Change ${reference}`}</PageTitle>
      <EditProjectForm
        projectId={id}
        reference={reference}
        choices={choices}
        values={{
          ...{ title, summary, objective, ideologies, basis, basisWords },
          targetGroup: project.targetGroup ?? "",
          recommendationId: project.recommendationId ?? "",
          riskId: project.riskId ?? "",
          ownerOrganisationId: project.owner.id,
          providerId: project.providerId ?? "",
          version: `${project.version}`,
        }}
      />
    </Main>
  );
}
