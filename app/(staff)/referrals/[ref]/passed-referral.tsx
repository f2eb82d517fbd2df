import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { closureCodes } from "@/lib/cases/labels";
import { doneLabels, isDone } from "@/lib/referrals/gateway/labels";
import type { Passed } from "@/lib/referrals/pass/queries";

/** All that is left here of a referral that belongs to another area. */
export function PassedReferral({ done, ...passed }: Passed & { done: unknown }) {
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>{`Referral ${passed.reference}`}</PageTitle>
      {isDone(done) && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption="Referral">{passed.reference}</PageHeading>
      <SummaryList
        rows={[
          { key: "Closed", value: closureCodes.out_of_area },
          { key: "Received", value: <Time day={passed.receivedOn} /> },
          { key: "Sent on", value: <Time day={passed.passedOn} /> },
          { key: "To", value: `${passed.area}, as ${passed.newReference}` },
          { key: "Why", value: passed.reason },
          { key: "How far it is there", value: passed.told },
          {
            key: "This note is kept until",
            value: passed.keptUntil && <Time day={passed.keptUntil} />,
          },
        ]}
      />
      <InsetText>
        What was written went with it, and is not kept here. Whoever sent it sees how far it is.
      </InsetText>
    </Main>
  );
}
