import type { ReactNode } from "react";

import { LinkButton } from "@/components/form/button";
import { PayingLines } from "@/components/funding/paying-lines";
import { EscalationsList } from "@/components/governance/escalations-list";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ActionComments } from "@/components/plans/action-comments";
import { EvidenceTable } from "@/components/plans/evidence-table";
import { MeasureTable } from "@/components/plans/measure-table";
import { MilestoneTable } from "@/components/plans/milestone-table";
import { PlanActionHistory } from "@/components/plans/plan-action-history";
import { PlanActionSummary } from "@/components/plans/plan-action-summary";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { ProjectList } from "@/components/projects/project-list";
import { ReasonsList } from "@/components/risks/reasons-list";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { listLinesOfAction } from "@/lib/funding/links/queries";
import { listEscalationsOfAction } from "@/lib/governance/escalations/queries";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { listCommentsOnAction } from "@/lib/plans/consultation/queries";
import { doneLabels } from "@/lib/plans/labels";
import { readPlanAddress } from "@/lib/plans/schema";
import { listProjectsOfAction } from "@/lib/projects/links/queries";
import { load } from "@/lib/request/load";
import { listReasonsForAction } from "@/lib/risks/links/queries";
import { isOpen } from "@/lib/tracker/rules";

type Props = PageProps<"/plan/actions/[id]">;

export default async function PlanActionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readPlanAddress(await searchParams);
  const { action, reasons, comments, escalations, projects, lines } = await load(async (ctx) => ({
    action: await getPlanAction(ctx, id),
    reasons: await listReasonsForAction(ctx, id),
    comments: await listCommentsOnAction(ctx, id),
    escalations: await listEscalationsOfAction(ctx, id),
    projects: await listProjectsOfAction(ctx, id),
    lines: await listLinesOfAction(ctx, id),
  }));
  const { actionId, plan, reference } = action;
  const here = `/plan/actions/${actionId}`;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>{`Action ${reference}`}</PageTitle>
      {done && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption={`Action ${reference}, ${plan.title}`}>{action.text}</PageHeading>
      <PlanNavigation planId={plan.id} />
      <div className="govuk-button-group">
        {action.mayUpdate && <LinkButton href={`${here}/update`}>Update this action</LinkButton>}
        {action.mayUpdate && isOpen(action.status) && (
          <LinkButton variant="secondary" href={`/actions/${actionId}/extend`}>
            Give it longer
          </LinkButton>
        )}
        {action.mayEdit && (
          <LinkButton variant="secondary" href={`${here}/edit`}>
            Change the details
          </LinkButton>
        )}
        {action.mayEdit && (
          <LinkButton variant="secondary" href={`${here}/dependencies`}>
            Set what it waits for
          </LinkButton>
        )}
        {action.mayEdit && action.rag === "red" && (
          <LinkButton
            variant="secondary"
            href={`/meetings/escalations/new?about=action&of=${actionId}`}
          >
            Escalate a question
          </LinkButton>
        )}
      </div>
      <PlanActionSummary action={action} />
      <MilestoneTable
        milestones={action.milestones}
        today={action.today}
        mayEdit={action.mayUpdate}
      />
      {action.mayUpdate && <AddLink href={`${here}/milestones/new`}>Add a milestone</AddLink>}
      <MeasureTable
        caption="Measures"
        measures={action.measures}
        empty="No measures have been set."
      />
      {action.mayEdit && <AddLink href={`${here}/measures/new`}>Add a measure</AddLink>}
      <EvidenceTable evidence={action.evidenceKept} mayEdit={action.mayUpdate} />
      {action.mayUpdate && <AddLink href={`${here}/evidence/new`}>Add evidence</AddLink>}
      <ReasonsList reasons={reasons} />
      <ProjectList title="Projects that carry it out" projects={projects} />
      <PayingLines lines={lines} fundHref={action.mayEdit ? `${here}/funding` : undefined} />
      <ActionComments comments={comments} />
      <EscalationsList escalations={escalations} />
      <h2 className="govuk-heading-m">History</h2>
      <PlanActionHistory history={action} />
    </Main>
  );
}

const AddLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="govuk-body app-no-print">
    <Link href={href}>{children}</Link>
  </p>
);
