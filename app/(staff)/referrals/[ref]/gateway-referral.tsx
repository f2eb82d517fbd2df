import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { RelatedReferrals } from "@/components/referrals/gateway-earlier";
import { Facts, Progress } from "@/components/referrals/gateway-facts";
import { Words } from "@/components/referrals/gateway-words";
import { Pattern } from "@/components/referrals/pattern";
import { OnwardTable } from "@/components/support/onward-table";
import { Alert } from "@/components/ui/alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { doneLabels, isDone } from "@/lib/referrals/gateway/labels";
import { viewAtGateway } from "@/lib/referrals/gateway/queries";
import { findPassed } from "@/lib/referrals/pass/queries";
import { load } from "@/lib/request/load";
import { PassedReferral } from "./passed-referral";

/** Everything the gateway needs to decide, and where it does so. */
export async function GatewayReferral({ reference, done }: { reference: string; done: unknown }) {
  const passed = await load((ctx) => findPassed(ctx, reference));
  if (passed) return <PassedReferral {...passed} done={done} />;
  const view = await load((ctx) => viewAtGateway(ctx, reference));
  const here = `/referrals/${reference}`;
  const isWaiting = view.status === "gateway";
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>}>
      <PageTitle>{`Referral ${reference}`}</PageTitle>
      {isDone(done) && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption={reference}>{view.name}</PageHeading>
      <Pattern contacts={view.pattern} here={reference} />
      <Facts view={view} />
      {isWaiting && (
        <div className="govuk-button-group">
          <LinkButton href={`${here}/screen`}>Screen this referral</LinkButton>
          <LinkButton href={`${here}/deconfliction`} variant="secondary">
            Record a deconfliction check
          </LinkButton>
          <LinkButton href={`${here}/pass`} variant="secondary">
            Send to another area
          </LinkButton>
        </div>
      )}
      <OnwardTable onward={view.onward} today={view.today} />
      <RelatedReferrals here={here} {...view} />
      <Words {...view} />
      <Progress view={view} />
    </Main>
  );
}
