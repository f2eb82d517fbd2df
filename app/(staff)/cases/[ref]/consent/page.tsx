import { ConsentHistory } from "@/components/consent/consent-history";
import { LinkButton } from "@/components/form/button";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText, WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { consentAuthorities, consentStates, doneLabels, lapseReasons } from "@/lib/consent/labels";
import { viewConsent } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

type Props = PageProps<"/cases/[ref]/consent">;
type View = Awaited<ReturnType<typeof viewConsent>>;

export default async function ConsentPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewConsent(ctx, ref));
  return (
    <>
      <PageTitle>{`Consent on ${view.reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={view.reference}>Consent to support</PageHeading>
      <p className="govuk-body">
        This is consent to take part in support. Sharing a concern to keep somebody safe does not
        rest on it.
      </p>
      <Standing view={view} />
      <WhatIsNext view={view} />
      <ConsentHistory entries={view.ledger} />
    </>
  );
}

function Standing({ view: { consent } }: { view: View }) {
  const who = consent.whoMust
    .map((authority, index) =>
      index === 0 ? consentAuthorities[authority] : lowerFirst(consentAuthorities[authority]),
    )
    .join(", or ");
  return (
    <>
      <SummaryList
        rows={[
          { key: "Where consent stands", value: consentStates[consent.state] },
          { key: "Who has to consent today", value: who },
          ...(consent.givenOn
            ? [
                { key: "Given on", value: <Time day={consent.givenOn} /> },
                {
                  key: "Given by",
                  value: consent.authority && consentAuthorities[consent.authority],
                },
              ]
            : []),
        ]}
      />
      {consent.isChild && (
        <p className="govuk-body">The child&rsquo;s own agreement is asked for as well.</p>
      )}
      {consent.lapseDue && (
        <WarningText>
          This consent does not count any more: {lapseReasons[consent.lapseDue].toLowerCase()}. Ask
          for it again.
        </WarningText>
      )}
    </>
  );
}

function WhatIsNext({ view }: { view: View }) {
  const { may, reference, caseId, isBeyond, needsAction } = view;
  const here = `/cases/${reference}/consent`;
  return (
    <>
      {isBeyond && (
        <WarningText>
          The plan goes beyond what was agreed to: it has a kind of support, or an organisation,
          that the consent does not name. Ask again before that part starts.
        </WarningText>
      )}
      {needsAction && (
        <InsetText>
          Support can start when the plan has at least one action.{" "}
          <Link href={`/cases/${reference}/support`}>Go to the support plan</Link>
        </InsetText>
      )}
      {may.start && <StartForm caseId={caseId} />}
      <div className="govuk-button-group">
        {may.seek && (
          <LinkButton href={`${here}/ask`}>Record that consent was asked for</LinkButton>
        )}
        {may.give && <LinkButton href={`${here}/give`}>Record consent</LinkButton>}
        {may.refuse && (
          <LinkButton href={`${here}/refuse`} variant="secondary">
            Record a refusal
          </LinkButton>
        )}
        {may.end && <LinkButton href={`${here}/close`}>Record what the panel decided</LinkButton>}
        {may.lapse && (
          <LinkButton href={`${here}/ask-again`} variant="secondary">
            Ask for consent again
          </LinkButton>
        )}
        {may.withdraw && (
          <LinkButton href={`${here}/withdraw`} variant="warning">
            Withdraw consent
          </LinkButton>
        )}
      </div>
    </>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
