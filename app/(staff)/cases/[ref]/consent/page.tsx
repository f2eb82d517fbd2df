import { ConsentForms } from "@/components/consent/consent-forms";
import { ConsentHistory } from "@/components/consent/consent-history";
import { Reassessments } from "@/components/consent/reassessments";
import { StrandCard } from "@/components/consent/strand-card";
import { LinkButton } from "@/components/form/button";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText, WarningText } from "@/components/ui/text";
import { consentAuthorities, consentStates, doneLabels } from "@/lib/consent/labels";
import { viewConsent } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

type Props = PageProps<"/cases/[ref]/consent">;
type View = Awaited<ReturnType<typeof viewConsent>>;

export default async function ConsentPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewConsent(ctx, ref));
  const notice = `?area=${view.areaId}`;
  const { reference, strands, forms, reassessments, today, may } = view;
  return (
    <>
      <PageTitle>{`Consent on ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={reference}>Consent to support</PageHeading>
      <p className="govuk-body">
        This is consent to take part in support. Sharing a concern to keep somebody safe does not
        rest on it. <Link href={`/cases/${reference}/told`}>See what the person has been told</Link>
      </p>
      <p className="govuk-body">
        Show them the <Link href={`/privacy${notice}`}>privacy notice</Link>, or the one{" "}
        <Link href={`/privacy/children${notice}`}>for children and young people</Link>.
      </p>
      <Standing view={view} />
      <WhatIsNext view={view} />
      <ConsentForms forms={forms} reference={reference} />
      {strands.map((strand) => (
        <StrandCard
          key={strand.strand}
          strand={strand}
          reference={reference}
          isOnly={strands.length === 1}
        />
      ))}
      <Reassessments
        reassessments={reassessments}
        reference={reference}
        today={today}
        mayRecord={may.reassess}
      />
      <ConsentHistory entries={view.ledger} hasStrands={strands.length > 1} />
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
        ]}
      />
      {consent.isChild && (
        <p className="govuk-body">The child&rsquo;s own agreement is asked for as well.</p>
      )}
    </>
  );
}

function WhatIsNext({ view }: { view: View }) {
  const { may, reference, caseId, beyond, needsAction, strands } = view;
  const here = `/cases/${reference}/consent`;
  return (
    <>
      {beyond.length > 0 && (
        <WarningText>
          No consent that lives covers this part of the plan, so it cannot start:{" "}
          {beyond.map(({ title }) => title).join("; ")}. Ask for consent to it, beside what was
          agreed to.
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
          <LinkButton href={`${here}/ask`} variant={strands.length > 0 ? "secondary" : undefined}>
            {strands.length > 0
              ? "Record that another consent was asked for"
              : "Record that consent was asked for"}
          </LinkButton>
        )}
        {may.end && <LinkButton href={`${here}/close`}>Record what the panel decided</LinkButton>}
      </div>
    </>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
