import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToContinue } from "@/lib/plans/approval/queries";
import { readApprovalAddress } from "@/lib/plans/approval/schema";
import { load } from "@/lib/request/load";
import { NextForm } from "./next-form";

type Props = PageProps<"/plan/approval/next">;

export default async function NextVersionPage({ searchParams }: Props) {
  const { plan: planId } = readApprovalAddress(await searchParams);
  if (!planId) notFound();
  const { plan } = await load((ctx) => getPlanToContinue(ctx, planId));
  const back = `/plan/approval?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the approval</BackLink>}>
      <PageTitle>Start the next version</PageTitle>
      <NextForm planId={planId} title={plan.title} edition={plan.edition} />
    </Main>
  );
}
