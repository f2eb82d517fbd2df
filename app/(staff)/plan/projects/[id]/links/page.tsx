import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listActionsOfProject } from "@/lib/projects/links/queries";
import { getProject } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";
import { listActionsToLink } from "@/lib/risks/links/queries";
import { LinkForm } from "./link-form";
import { UnlinkForm } from "./unlink-form";

export default async function LinkProjectPage({ params }: PageProps<"/plan/projects/[id]/links">) {
  const { id } = await params;
  const { project, linked, all } = await load(async (ctx) => ({
    project: await getProject(ctx, id, "project:write"),
    linked: await listActionsOfProject(ctx, id),
    all: await listActionsToLink(ctx),
  }));
  const { reference, title } = project;
  const choices = all
    .filter((action) => !linked.some(({ actionId }) => actionId === action.id))
    .map((action) => ({
      value: action.id,
      label: `${action.reference} ${action.text} (${action.plan})`,
    }));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Actions of ${reference}`}</PageTitle>
      <PageHeading caption={`${reference}: ${title}`}>Actions that it carries out</PageHeading>
      {linked.map(({ actionId, reference: of, text }) => (
        <UnlinkForm key={actionId} projectId={id} actionId={actionId} action={`${of} ${text}`} />
      ))}
      {choices.length > 0 ? (
        <LinkForm projectId={id} choices={choices} />
      ) : (
        <p className="govuk-body">There is no other action in a plan that is not over.</p>
      )}
    </Main>
  );
}
