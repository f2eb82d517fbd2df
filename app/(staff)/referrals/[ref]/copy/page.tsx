import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Addenda, WhatWasSent } from "@/components/referrals/what-was-sent";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { printReferral } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";

/** RF-10: the frame prints the marking on every sheet. Opening this page is on the log as a print. */
export default async function CopyPage({ params }: PageProps<"/referrals/[ref]/copy">) {
  const { ref } = await params;
  const { mine, submittedAt, printedBy, printedAt } = await load((ctx) => printReferral(ctx, ref), {
    isExport: true,
  });

  return (
    <Main
      back={<BackLink href={`/referrals/${ref}`}>Back to your referral</BackLink>}
      width="two-thirds"
    >
      <PageTitle>{`Copy of referral ${ref}`}</PageTitle>
      <PageHeading caption={ref}>Copy of a referral</PageHeading>
      <InsetText>
        OFFICIAL-SENSITIVE. Printed by {printedBy} on <Time at={printedAt} />. Keep it locked away,
        and destroy it when it is no longer needed. That it was printed is on the log.
      </InsetText>
      <PrintButton />
      <p className="govuk-body">
        Sent on <Time at={submittedAt} />.
      </p>
      <h2 className="govuk-heading-m">What was sent</h2>
      <WhatWasSent pages={mine.pages} />
      <h2 className="govuk-heading-m">What was added afterwards</h2>
      <Addenda addenda={mine.addenda} />
    </Main>
  );
}
