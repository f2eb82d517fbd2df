import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { eiaStatusLabels, statusLabels } from "@/lib/plans/labels";
import { getPlan } from "@/lib/plans/queries";
import { movesFrom } from "@/lib/plans/rules";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { EqualityForm } from "./equality-form";
import { MoveForm } from "./move-form";

export default async function PlanStatusPage({ searchParams }: PageProps<"/plan/status">) {
  const { plan: planId } = readPlanAddress(await searchParams);
  if (!planId) notFound();
  const plan = await load((ctx) => getPlan(ctx, planId, "plan:write"));
  const version = `${plan.version}`;
  const moves = movesFrom(plan.status);
  const isWritten = plan.status === "draft" || plan.status === "consultation";
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan?plan=${planId}`}>Back to the plan</BackLink>}
    >
      <PageTitle>Status of the plan</PageTitle>
      <PageHeading caption={plan.title}>Status of the plan</PageHeading>
      <p className="govuk-body">
        The plan is “{statusLabels[plan.status]}”. Its equality impact assessment is “
        {eiaStatusLabels[plan.eiaStatus]}”
        {isWritten ? ". It has to be complete before the plan can be approved." : "."}
      </p>
      {isWritten && <EqualityForm planId={planId} version={version} eiaStatus={plan.eiaStatus} />}
      {moves.length > 0 && <MoveForm planId={planId} version={version} moves={moves} />}
    </Main>
  );
}
