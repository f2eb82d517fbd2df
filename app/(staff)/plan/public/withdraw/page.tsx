import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanToPublish } from "@/lib/plans/publication/queries";
import { readPublicationAddress } from "@/lib/plans/publication/schema";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

type Props = PageProps<"/plan/public/withdraw">;

export default async function WithdrawPage({ searchParams }: Props) {
  const { plan: planId } = readPublicationAddress(await searchParams);
  if (!planId) notFound();
  const { plan } = await load((ctx) => getPlanToPublish(ctx, planId));
  const back = `/plan/public?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the public version</BackLink>}>
      <PageTitle>Withdraw the public version</PageTitle>
      <WithdrawForm planId={planId} title={plan.title} />
    </Main>
  );
}
