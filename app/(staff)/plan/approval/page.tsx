import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ApprovalLinks } from "@/components/plans/approval-links";
import { CohesionTable } from "@/components/plans/cohesion-table";
import { CommentsTable } from "@/components/plans/comments-table";
import { EqualitySummary } from "@/components/plans/equality-summary";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { SubmissionsTable } from "@/components/plans/submissions-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText } from "@/components/ui/text";
import { approvalDoneLabels } from "@/lib/plans/approval/labels";
import { viewApproval } from "@/lib/plans/approval/queries";
import { readApprovalAddress } from "@/lib/plans/approval/schema";
import { statusLabels } from "@/lib/plans/labels";
import { load } from "@/lib/request/load";

export default async function ApprovalPage({ searchParams }: PageProps<"/plan/approval">) {
  const { plan: planId, done } = readApprovalAddress(await searchParams);
  const seen = await load((ctx) => viewApproval(ctx, planId));
  const { plan, actions, comments, equality, submissions, before, next, mayWrite } = seen;
  const isDraft = plan.status === "draft" || plan.status === "consultation";
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Approval of the plan</PageTitle>
      <DoneAlert done={done} labels={approvalDoneLabels} />
      <PageHeading caption={plan.title}>Approval of version {plan.edition}</PageHeading>
      <PlanNavigation planId={plan.id} />
      <ApprovalLinks
        planId={plan.id}
        here="/plan/approval"
        isLater={plan.replacesId !== null}
        mayWrite={mayWrite}
      />
      <p className="govuk-body">The plan is “{statusLabels[plan.status]}”.</p>
      {before && (
        <p className="govuk-body">
          It takes the place of{" "}
          <Link href={`/plan?plan=${before.id}`}>version {before.edition}</Link>.{" "}
          <Link href={`/plan/consultation/changes?plan=${plan.id}`}>What it changes</Link>, with the
          comments that the changes came of.
        </p>
      )}
      {next && (
        <p className="govuk-body">
          <Link href={`/plan?plan=${next.id}`}>Version {next.edition}</Link> has been started.
        </p>
      )}
      {isDraft && seen.notYet && <InsetText>{seen.notYet}</InsetText>}
      <div className="govuk-button-group app-no-print">
        {mayWrite && isDraft && !seen.notYet && (
          <LinkButton href={`/plan/approval/submit?plan=${plan.id}`}>
            Put the plan to a group
          </LinkButton>
        )}
        {mayWrite && seen.open && (
          <LinkButton href={`/plan/approval/decide?plan=${plan.id}`}>
            Record what the group decided
          </LinkButton>
        )}
        {mayWrite && plan.status === "approved" && !next && (
          <LinkButton href={`/plan/approval/next?plan=${plan.id}`}>
            Start the next version
          </LinkButton>
        )}
        <PrintButton />
      </div>
      <SubmissionsTable submissions={submissions} />
      <CohesionTable actions={actions} />
      <h2 className="govuk-heading-m">Equality impact assessment</h2>
      {equality ? (
        <EqualitySummary assessment={equality} />
      ) : (
        <p className="govuk-body">No assessment of this plan has been written here.</p>
      )}
      <CommentsTable
        caption="Comments on the draft"
        comments={comments}
        empty="No comments were made here."
      />
    </Main>
  );
}
