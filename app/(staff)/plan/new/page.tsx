import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { listCoverage } from "@/lib/plans/queries";
import { load } from "@/lib/request/load";
import { NewPlanForm } from "./new-plan-form";

export default async function NewPlanPage() {
  const { area, partnerships } = await load(listCoverage);
  return (
    <Main width="two-thirds" back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Start a new plan</PageTitle>
      <NewPlanForm area={area} partnerships={partnerships.map(({ id, name }) => ({ id, name }))} />
    </Main>
  );
}
