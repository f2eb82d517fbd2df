import { notFound } from "next/navigation";

import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { Panel } from "@/components/ui/panel";
import { viewReferral } from "@/lib/referrals/queries";
import { whatHappensNext } from "@/lib/referrals/rules";
import { load } from "@/lib/request/load";

export default async function SentPage({ params }: PageProps<"/referrals/[ref]/sent">) {
  const { ref } = await params;
  const { mine } = await load((ctx) => viewReferral(ctx, ref));
  if (!mine) notFound();

  return (
    <Main width="two-thirds">
      <PageTitle>Referral sent</PageTitle>
      <Panel title="Referral sent">
        Your reference is
        <br />
        <strong>{ref}</strong>
      </Panel>
      <p className="govuk-body">
        Thank you. The police gateway and the council both have it now. Keep the reference: it is
        all you need to ask about it.
      </p>
      <h2 className="govuk-heading-m">What happens next</h2>
      <ol className="govuk-list govuk-list--number">
        {whatHappensNext.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="govuk-body">
        If things get worse, add to this referral. If somebody is in immediate danger, call 999.
      </p>
      <ul className="govuk-list">
        <li>
          <Link href={`/referrals/${ref}`}>See what you sent</Link>
        </li>
        <li>
          <Link href={`/referrals/${ref}/copy`}>Print a copy</Link>
        </li>
        <li>
          <Link href="/referrals">Back to referrals</Link>
        </li>
      </ul>
    </Main>
  );
}
