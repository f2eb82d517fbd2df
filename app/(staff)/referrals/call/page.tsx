import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Drafts } from "@/components/referrals/drafts";
import { PageTitle } from "@/components/ui/page-title";
import { mayEver } from "@/lib/access/policy";
import { listMyDrafts } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";
import { requireActor } from "@/lib/request/session";
import { CallForm } from "./call-form";

export default async function CallPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "referral:take_call")) notFound();
  const drafts = await load((ctx) => listMyDrafts(ctx));
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>Take a referral by telephone</PageTitle>
      <CallForm />
      <Drafts drafts={drafts} />
    </Main>
  );
}
