import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewReferral } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";
import { AddForm } from "./add-form";

export default async function AddPage({ params }: PageProps<"/referrals/[ref]/add">) {
  const { ref } = await params;
  const { mine } = await load((ctx) => viewReferral(ctx, ref));
  if (!mine?.mayAdd) notFound();
  return (
    <Main
      back={<BackLink href={`/referrals/${ref}`}>Back to your referral</BackLink>}
      width="two-thirds"
    >
      <PageTitle>{`Add to referral ${ref}`}</PageTitle>
      <AddForm reference={ref} />
    </Main>
  );
}
