import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToSubmit } from "@/lib/plans/approval/queries";
import { readApprovalAddress } from "@/lib/plans/approval/schema";
import { load } from "@/lib/request/load";
import { SubmitForm } from "./submit-form";

type Props = PageProps<"/plan/approval/submit">;

export default async function SubmitPlanPage({ searchParams }: Props) {
  const { plan: planId } = readApprovalAddress(await searchParams);
  if (!planId) notFound();
  const { plan, bodies } = await load((ctx) => getPlanToSubmit(ctx, planId));
  const back = `/plan/approval?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the approval</BackLink>}>
      <PageTitle>Put the plan to a group</PageTitle>
      <SubmitForm
        planId={planId}
        title={plan.title}
        bodies={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Main>
  );
}
