import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryCard, SummaryList } from "@/components/ui/summary-list";
import { StatusTag } from "@/components/ui/tag";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { closeReasonLabels, doneLabels, isDone, statusLabels } from "@/lib/concerns/labels";
import { type ConcernView, viewConcern } from "@/lib/concerns/queries";
import { isOpen } from "@/lib/concerns/rules";
import { howKnownLabels } from "@/lib/referrals/labels";
import { load } from "@/lib/request/load";

export default async function ConcernPage({ params, searchParams }: PageProps<"/concerns/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const concern = await load((ctx) => viewConcern(ctx, id));
  const here = `/concerns/${id}`;
  const isWaiting = isOpen(concern.status) && !concern.referralId;

  return (
    <Main back={<BackLink href="/concerns">Back to concerns</BackLink>} width="two-thirds">
      <PageTitle>Concern</PageTitle>
      {isDone(done) && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption="Concern">{concern.about}</PageHeading>
      <SummaryList
        rows={[
          {
            key: "Status",
            value: (
              <StatusTag meaning={isOpen(concern.status) ? "waiting" : "closed"}>
                {statusLabels[concern.status]}
              </StatusTag>
            ),
          },
          { key: "What was seen or heard", value: <Paragraphs text={concern.noticed} /> },
          { key: "When", value: <Time day={concern.noticedOn} /> },
          { key: "How it is known", value: howKnownLabels[concern.howKnown] },
          { key: "Noticed by", value: concern.createdByHat.user.name },
        ]}
      />
      <h2 className="govuk-heading-m">Checks</h2>
      {concern.concernChecks.length === 0 && (
        <p className="govuk-body">
          Nobody has checked this yet. Speak to somebody who knows the person, and think about what
          else could explain it.
        </p>
      )}
      {concern.concernChecks.map((check, index) => (
        <SummaryCard
          key={check.id}
          title={`Check ${index + 1}`}
          headingLevel={3}
          rows={[
            { key: "Spoke to", value: check.spokenTo },
            { key: "What they said", value: <Paragraphs text={check.whatTheySaid} /> },
            {
              key: "What else could explain it",
              value: <Paragraphs text={check.otherExplanation} />,
            },
            { key: "Recorded by", value: check.addedByHat.user.name },
            { key: "Recorded on", value: <Time at={check.addedAt} /> },
          ]}
        />
      ))}
      <Outcome concern={concern} />
      {isWaiting && (
        <ButtonGroup>
          <LinkButton href={`${here}/check`} variant="secondary">
            Record a check
          </LinkButton>
          <LinkButton href={`${here}/decide`}>Decide what to do</LinkButton>
        </ButtonGroup>
      )}
    </Main>
  );
}

/** What was decided, by whom and why; or the referral that has been begun and not sent. */
function Outcome({ concern }: { concern: ConcernView }) {
  const { decidedAt, decidedByHat, closeReason, outcomeReasons, sharedAs, draftId } = concern;
  if (!decidedAt) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Decision</h2>
      {isOpen(concern.status) && (
        <InsetText>
          {draftId ? (
            <>
              You have started a referral. It is shared once you send it.{" "}
              <Link href={`/referrals/drafts/${draftId}`}>Go on with the referral</Link>
            </>
          ) : (
            `${decidedByHat?.user.name ?? "A colleague"} has started a referral. It is shared once they send it.`
          )}
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: "Outcome", value: closeReason ? closeReasonLabels[closeReason] : "Share it" },
          { key: "Reasons", value: <Paragraphs text={outcomeReasons} /> },
          { key: "Decided by", value: decidedByHat?.user.name },
          { key: "Decided on", value: <Time at={decidedAt} /> },
          ...(sharedAs
            ? [
                {
                  key: "Referral",
                  value: <Link href={`/referrals/${sharedAs}`}>{sharedAs}</Link>,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
