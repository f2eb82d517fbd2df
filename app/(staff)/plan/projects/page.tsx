import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ProjectTable } from "@/components/projects/project-table";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { listProjects } from "@/lib/projects/queries";
import { load } from "@/lib/request/load";

export default async function ProjectsPage() {
  const { going, over, today, isWhole, ...may } = await load(listProjects);
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Projects</PageTitle>
      <PageHeading caption="Partnership plan">Projects</PageHeading>
      <p className="govuk-body">
        {isWhole
          ? "Every project takes the same steps: an idea, an outline to the steering group, a bid, the funder’s decision, delivery, an evaluation, and its lessons."
          : "The projects that are yours to read. Your Prevent co-ordinator keeps all of them."}
      </p>
      <div className="app-no-print">
        {may.mayWrite && <LinkButton href="/plan/projects/new">Add a project</LinkButton>}
        <ul className="govuk-list">
          <li>
            <Link href="/plan/projects/lessons">Lessons of projects</Link>
          </li>
          {may.mayReadProviders && (
            <li>
              <Link href="/plan/projects/providers">Providers and due diligence</Link>
            </li>
          )}
          {may.mayReadMoney && (
            <li>
              <Link href="/plan/funding">Funding</Link>
            </li>
          )}
        </ul>
      </div>
      <ProjectTable
        caption="Current projects"
        projects={going}
        today={today}
        empty="There is no current project for you to read here."
      />
      <ProjectTable
        caption="Projects that are over"
        projects={over}
        today={today}
        empty="No project is over yet."
      />
      <PrintButton />
    </Main>
  );
}
