import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewReferral } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

export default async function WithdrawPage({ params }: PageProps<"/referrals/[ref]/withdraw">) {
  const { ref } = await params;
  const { mine } = await load((ctx) => viewReferral(ctx, ref));
  if (!mine?.mayWithdraw) notFound();
  return (
    <Main
      back={<BackLink href={`/referrals/${ref}`}>Back to your referral</BackLink>}
      width="two-thirds"
    >
      <PageTitle>{`Withdraw referral ${ref}`}</PageTitle>
      <WithdrawForm reference={ref} />
    </Main>
  );
}
