import { notFound } from "next/navigation";

import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Addenda, FileList, WhatWasSent } from "@/components/referrals/what-was-sent";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Details, InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { coarseStatusLabels } from "@/lib/referrals/labels";
import { viewReferral } from "@/lib/referrals/queries";
import { whatHappensNext } from "@/lib/referrals/rules";
import { load } from "@/lib/request/load";

/** A referral as whoever sent it sees it: thanks, a word for how far it is, and what they wrote (IS-16). */
export async function ReferrerView({ reference }: { reference: string }) {
  const { told, submittedAt, passedTo, mine } = await load((ctx) => viewReferral(ctx, reference));
  if (!mine) notFound();
  const here = `/referrals/${reference}`;

  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>{`Referral ${reference}`}</PageTitle>
      <PageHeading caption={reference}>Your referral</PageHeading>
      <p className="govuk-body">
        Thank you for sharing this. Somebody whose work it is has it, and you have done your part.
      </p>
      <SummaryList
        rows={[
          { key: "How far it is", value: told && coarseStatusLabels[told] },
          { key: "Sent", value: <Time at={submittedAt} /> },
          ...(passedTo ? [{ key: "Passed on to", value: `The gateway of ${passedTo}` }] : []),
        ]}
      />
      <Details summary="What happens next">
        <ul className="govuk-list govuk-list--bullet">
          {whatHappensNext.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Details>
      {passedTo && (
        <InsetText>
          This belongs to another area, so its gateway has it now, with everything that you wrote.
          It is not kept here. You are still told how far it is.
        </InsetText>
      )}
      <h2 className="govuk-heading-m">What you added afterwards</h2>
      <Addenda addenda={mine.addenda} />
      {mine.mayAdd && (
        <LinkButton href={`${here}/add`} variant="secondary">
          Add to this referral
        </LinkButton>
      )}
      <h2 className="govuk-heading-m">Files</h2>
      <FileList files={mine.files} />
      <h2 className="govuk-heading-m">What was sent</h2>
      <WhatWasSent pages={mine.pages} />
      <ul className="govuk-list">
        <li>
          <Link href={`${here}/copy`}>Print a copy</Link>
        </li>
        {mine.mayWithdraw && (
          <li>
            <Link href={`${here}/withdraw`}>Withdraw this referral</Link>
          </li>
        )}
      </ul>
    </Main>
  );
}
