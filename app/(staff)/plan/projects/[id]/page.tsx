import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { MeasureTable } from "@/components/projects/measure-table";
import { ProjectMoney } from "@/components/projects/project-money";
import { ProjectRoad } from "@/components/projects/project-road";
import { ProjectSummary } from "@/components/projects/project-summary";
import { ReturnTable } from "@/components/projects/return-table";
import { LinkedActions } from "@/components/risks/linked-actions";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { totalsOfProject } from "@/lib/funding/queries";
import { projectDoneLabels, stepLabels } from "@/lib/projects/labels";
import { listActionsOfProject } from "@/lib/projects/links/queries";
import { viewProject } from "@/lib/projects/queries";
import { readProjectAddress } from "@/lib/projects/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/projects/[id]">;

export default async function ProjectPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readProjectAddress(await searchParams);
  const { seen, actions, totals } = await load(async (ctx) => {
    const project = await viewProject(ctx, id);
    return {
      seen: project,
      actions: await listActionsOfProject(ctx, id),
      totals: await totalsOfProject(ctx, project.project),
    };
  });
  const { project, steps, mayWrite, today } = seen;
  const at = `/plan/projects/${id}`;
  const [next, ...rest] = steps.filter((step) => step !== "withdraw");
  return (
    <Main back={<BackLink href="/plan/projects">Back to projects</BackLink>}>
      <PageTitle>{project.reference}</PageTitle>
      <DoneAlert done={done} labels={projectDoneLabels} />
      <PageHeading caption={project.reference}>{project.title}</PageHeading>
      {mayWrite && (
        <div className="govuk-button-group">
          {next && <LinkButton href={`${at}/step/${next}`}>{stepLabels[next]}</LinkButton>}
          {rest.map((step) => (
            <LinkButton key={step} variant="secondary" href={`${at}/step/${step}`}>
              {stepLabels[step]}
            </LinkButton>
          ))}
          <LinkButton variant="secondary" href={`${at}/edit`}>
            Change the details
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/links`}>
            Link actions
          </LinkButton>
          {steps.includes("withdraw") && (
            <LinkButton variant="secondary" href={`${at}/step/withdraw`}>
              {stepLabels.withdraw}
            </LinkButton>
          )}
        </div>
      )}
      <ProjectSummary {...seen} />
      {totals && (
        <ProjectMoney bids={seen.bids} totals={totals} isUndecided={project.status === "bid"} />
      )}
      <MeasureTable measures={seen.measures} mayWrite={mayWrite} />
      {mayWrite && (
        <p className="govuk-body app-no-print">
          <Link href={`${at}/measures`}>Add a measure</Link>
        </p>
      )}
      <ReturnTable
        returns={seen.returns}
        today={today}
        mayReport={seen.mayReport}
        isExact={seen.mayCount}
      />
      <LinkedActions
        caption="Actions of the plan that it carries out"
        actions={actions}
        empty="No action of a plan is linked to it."
      />
      <ProjectRoad moves={seen.moves} />
    </Main>
  );
}
