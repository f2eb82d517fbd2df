import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PlanActionHistory } from "@/components/plans/plan-action-history";
import { PlanActionSummary } from "@/components/plans/plan-action-summary";
import { Alert } from "@/components/ui/alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { doneLabels } from "@/lib/plans/labels";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { isOpen } from "@/lib/tracker/rules";

type Props = PageProps<"/plan/actions/[id]">;

export default async function PlanActionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readPlanAddress(await searchParams);
  const action = await load((ctx) => getPlanAction(ctx, id));
  const { actionId, plan, reference } = action;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>{`Action ${reference}`}</PageTitle>
      {done && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption={`Action ${reference}, ${plan.title}`}>{action.text}</PageHeading>
      <div className="govuk-button-group">
        {action.mayUpdate && (
          <LinkButton href={`/plan/actions/${actionId}/update`}>Update this action</LinkButton>
        )}
        {action.mayUpdate && isOpen(action.status) && (
          <LinkButton variant="secondary" href={`/actions/${actionId}/extend`}>
            Give it longer
          </LinkButton>
        )}
        {action.mayEdit && (
          <LinkButton variant="secondary" href={`/plan/actions/${actionId}/edit`}>
            Change the details
          </LinkButton>
        )}
      </div>
      <PlanActionSummary action={action} />
      <h2 className="govuk-heading-m">History</h2>
      <PlanActionHistory history={action} />
    </Main>
  );
}
