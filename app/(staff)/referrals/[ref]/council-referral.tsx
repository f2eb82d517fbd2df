import { DueDay } from "@/components/cases/due-day";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Words } from "@/components/referrals/gateway-words";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewAtCouncil } from "@/lib/referrals/gateway/queries";
import { coarseStatusLabels } from "@/lib/referrals/labels";
import { load } from "@/lib/request/load";

/** How far a referral is. Its words are for those who are on the case that came of it. */
export async function CouncilReferral({ reference }: { reference: string }) {
  const view = await load((ctx) => viewAtCouncil(ctx, reference));
  const { receivedOn, today, told, dueOn, caseReference, pages } = view;
  const back = caseReference ? (
    <BackLink href={`/cases/${caseReference}`}>Back to the case</BackLink>
  ) : (
    <BackLink href="/referrals">Back to referrals</BackLink>
  );
  return (
    <Main back={back}>
      <PageTitle>{`Referral ${reference}`}</PageTitle>
      <PageHeading caption="Referral">{reference}</PageHeading>
      <SummaryList
        rows={[
          { key: "Received", value: <Time day={receivedOn} /> },
          { key: "How far it is", value: told && coarseStatusLabels[told] },
          { key: "Screen by", value: dueOn ? <DueDay day={dueOn} today={today} isLong /> : "Done" },
          ...(caseReference
            ? [
                {
                  key: "Case",
                  value: <Link href={`/cases/${caseReference}`}>{caseReference}</Link>,
                },
              ]
            : []),
        ]}
      />
      {pages ? (
        <Words pages={pages} addenda={view.addenda} files={view.files} />
      ) : (
        <InsetText>
          The gateway reads what was sent. If it is taken forward, the coordinator of the case can
          read it too.
        </InsetText>
      )}
    </Main>
  );
}
