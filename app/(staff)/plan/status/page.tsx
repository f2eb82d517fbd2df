import { notFound } from "next/navigation";

import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { eiaStatusLabels, statusLabels } from "@/lib/plans/labels";
import { getPlan } from "@/lib/plans/queries";
import { movesFrom } from "@/lib/plans/rules";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { MoveForm } from "./move-form";

export default async function PlanStatusPage({ searchParams }: PageProps<"/plan/status">) {
  const { plan: planId } = readPlanAddress(await searchParams);
  if (!planId) notFound();
  const plan = await load((ctx) => getPlan(ctx, planId, "plan:write"));
  const version = `${plan.version}`;
  const isDraft = plan.status === "draft";
  const to = movesFrom(plan.status).find((move) => move === "draft" || move === "superseded");
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
        {eiaStatusLabels[plan.eiaStatus]}”.
      </p>
      {isWritten && (
        <p className="govuk-body">
          The assessment is written on{" "}
          <Link href={`/plan/equality?plan=${planId}`}>a page of its own</Link>, and so is{" "}
          <Link href={`/plan/approval?plan=${planId}`}>the approval of the plan</Link>, once it has
          been out for consultation.
        </p>
      )}
      {isDraft && (
        <>
          <p className="govuk-body">
            Next it goes out for consultation: you ask partners about it, until a day that you
            choose.
          </p>
          <LinkButton href={`/plan/consultation/new?plan=${planId}`}>
            Put the draft out for consultation
          </LinkButton>
        </>
      )}
      {to && <MoveForm planId={planId} version={version} to={to} />}
      {!isDraft && !to && <p className="govuk-body">It stays as it was.</p>}
    </Main>
  );
}
