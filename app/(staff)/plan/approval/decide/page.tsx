import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToDecide } from "@/lib/plans/approval/queries";
import { readApprovalAddress } from "@/lib/plans/approval/schema";
import { load } from "@/lib/request/load";
import { DecideForm } from "./decide-form";

type Props = PageProps<"/plan/approval/decide">;

export default async function DecidePlanPage({ searchParams }: Props) {
  const { plan: planId } = readApprovalAddress(await searchParams);
  if (!planId) notFound();
  const { plan, open } = await load((ctx) => getPlanToDecide(ctx, planId));
  const back = `/plan/approval?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the approval</BackLink>}>
      <PageTitle>Record what the group decided</PageTitle>
      <DecideForm planId={planId} title={plan.title} body={open.body} />
    </Main>
  );
}
