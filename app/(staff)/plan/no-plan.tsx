import { LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { PlanRegisters } from "@/components/plans/plan-registers";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";

/** Before there is a plan that the reader may see. */
export function NoPlan({
  mayWrite,
  mayReadProfile,
  mayReadMoney,
}: {
  mayWrite: boolean;
  mayReadProfile: boolean;
  mayReadMoney: boolean;
}) {
  return (
    <Main width="two-thirds">
      <PageTitle>Partnership plan</PageTitle>
      <PageHeading>Partnership plan</PageHeading>
      <p className="govuk-body">
        {mayWrite
          ? "There is no plan for this area yet. Start one from a set of themes."
          : "There is no plan for you to read yet. The Prevent co-ordinator of your area keeps the plan."}
      </p>
      <PlanRegisters mayReadProfile={mayReadProfile} mayReadMoney={mayReadMoney} />
      {mayWrite && <LinkButton href="/plan/new">Start a new plan</LinkButton>}
    </Main>
  );
}
