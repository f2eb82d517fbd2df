import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Drafts } from "@/components/referrals/drafts";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { mayEver } from "@/lib/access/policy";
import { listMyDrafts } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";
import { requireActor } from "@/lib/request/session";
import { StartForm } from "./start-form";

export default async function NewReferralPage() {
  const actor = await requireActor();
  if (!mayEver(actor, "referral:write")) notFound();
  const drafts = await load((ctx) => listMyDrafts(ctx));
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>Refer a concern</PageTitle>
      <StartForm />
      <p className="govuk-body">
        <Link href="/referrals/blank">Print a blank form</Link>, to fill in on paper when you cannot
        reach a computer.
      </p>
      <p className="govuk-body">
        <Link href={`/privacy?area=${actor.areaId}`}>What is kept, why, and for how long</Link>: the
        privacy notice, which anybody may read.
      </p>
      <Drafts drafts={drafts} />
    </Main>
  );
}
