import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { objectivesIn } from "@/lib/plans/labels";
import { getPlanToWrite } from "@/lib/plans/queries";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { NewActionForm } from "./new-action-form";

export default async function NewActionPage({ searchParams }: PageProps<"/plan/actions/new">) {
  const { plan: planId } = readPlanAddress(await searchParams);
  if (!planId) notFound();
  const plan = await load((ctx) => getPlanToWrite(ctx, planId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan?plan=${planId}`}>Back to the plan</BackLink>}
    >
      <PageTitle>Add an action</PageTitle>
      <NewActionForm
        planId={planId}
        plan={plan.title}
        themes={plan.themes}
        objectives={objectivesIn[plan.objectiveScheme]}
        organisations={plan.organisations}
        areas={plan.areas}
      />
    </Main>
  );
}
