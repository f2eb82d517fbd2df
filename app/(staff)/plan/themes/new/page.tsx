import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { dutyThemesIn } from "@/lib/plans/labels";
import { getPlan } from "@/lib/plans/queries";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";
import { ThemeForm } from "./theme-form";

export default async function NewThemePage({ searchParams }: PageProps<"/plan/themes/new">) {
  const { plan: planId } = readPlanAddress(await searchParams);
  if (!planId) notFound();
  const plan = await load((ctx) => getPlan(ctx, planId, "plan:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan?plan=${planId}`}>Back to the plan</BackLink>}
    >
      <PageTitle>Add a theme</PageTitle>
      <ThemeForm
        planId={planId}
        plan={plan.title}
        dutyThemes={dutyThemesIn[plan.objectiveScheme]}
      />
    </Main>
  );
}
