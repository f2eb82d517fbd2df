import { DueDay } from "@/components/cases/due-day";
import { HealthPrompt, NeedList } from "@/components/cases/need-list";
import {
  NeedsSummary,
  type ReferralAnswers,
  ReferralSummary,
} from "@/components/cases/referral-summary";
import { WhyDetails } from "@/components/cases/why-details";
import { Pattern } from "@/components/referrals/pattern";
import { OnwardTable } from "@/components/support/onward-table";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { capacityLabels } from "@/lib/cases/labels";
import { viewCase } from "@/lib/cases/overview/queries";
import { clockKinds } from "@/lib/clocks/labels";
import type { Day } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { statusLabels } from "@/lib/tracker/labels";

type Overview = Awaited<ReturnType<typeof viewCase>>;

export default async function CasePage({ params }: PageProps<"/cases/[ref]">) {
  const { ref } = await params;
  const found = await load((ctx) => viewCase(ctx, ref));
  const { reference, nextSteps, clocks, workers, referral, myActions, today, why } = found;
  return (
    <>
      <PageTitle>{`Case ${reference}`}</PageTitle>
      <PageHeading caption={reference}>Overview</PageHeading>
      {nextSteps.length > 0 && <NextSteps steps={nextSteps} />}
      {found.needs && <Needs needs={found.needs} reference={reference} />}
      {found.isForHealth && <HealthPrompt reference={reference} />}
      {myActions.length > 0 && <MyActions actions={myActions} today={today} />}
      {clocks.length > 0 && <Clocks clocks={clocks} today={today} />}
      <OnwardTable onward={found.onward} today={today} />
      {referral && <Pattern contacts={found.pattern} here={referral.reference ?? ""} />}
      {referral && <TheReferral referral={referral} isLinked={found.opensReferral} />}
      {workers && <Workers workers={workers} />}
      <WhyDetails why={why} />
    </>
  );
}

function NextSteps({ steps }: { steps: Overview["nextSteps"] }) {
  return (
    <InsetText>
      <h2 className="govuk-heading-m">What is next</h2>
      <ul className="govuk-list">
        {steps.map(({ text, href }) => (
          <li key={text}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

type NeedsProps = { needs: NonNullable<Overview["needs"]>; reference: string };

function Needs({ needs, reference }: NeedsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Needs, and what protects the person</h2>
      <NeedList entries={needs} />
      <p className="govuk-body">
        <Link href={`/cases/${reference}/needs`}>Needs and views, with their history</Link>
      </p>
    </>
  );
}

function MyActions({ actions, today }: { actions: Overview["myActions"]; today: Day }) {
  return (
    <Table
      caption="Your actions"
      columns={[{ text: "Action" }, { text: "Due" }, { text: "Progress" }]}
      rows={actions.map(({ id, title, dueDay, status }) => ({
        key: id,
        cells: [title, <DueDay key="due" day={dueDay} today={today} />, statusLabels[status]],
      }))}
    />
  );
}

function Clocks({ clocks, today }: { clocks: Overview["clocks"]; today: Day }) {
  return (
    <Table
      caption="Dates to keep"
      columns={[{ text: "What" }, { text: "By" }]}
      rows={clocks.map(({ kind, dueDay, count }) => ({
        key: kind,
        cells: [
          count === 1 ? clockKinds[kind] : `${clockKinds[kind]}, the first of ${count}`,
          <DueDay key="due" day={dueDay} today={today} />,
        ],
      }))}
    />
  );
}

type ReferralProps = { referral: NonNullable<Overview["referral"]>; isLinked: boolean };

function TheReferral({ referral, isLinked }: ReferralProps) {
  const { reference, submittedAt, organisation, referralAddenda } = referral;
  const answers = referral.answers as ReferralAnswers;
  return (
    <>
      <h2 className="govuk-heading-m">What the referral says</h2>
      <p className="govuk-body">
        {isLinked ? (
          <Link href={`/referrals/${reference}`}>{`Referral ${reference}`}</Link>
        ) : (
          `Referral ${reference}`
        )}{" "}
        from {organisation.name}
        {submittedAt && (
          <>
            , received <Time at={submittedAt} />
          </>
        )}
        .
      </p>
      <ReferralSummary answers={answers} />
      {referralAddenda.map(({ id, body, addedAt }) => (
        <InsetText key={id}>
          <h3 className="govuk-heading-s">
            Added on <Time at={addedAt} />
          </h3>
          <Paragraphs text={body} />
        </InsetText>
      ))}
      <h2 className="govuk-heading-m">Needs and strengths in the referral</h2>
      <NeedsSummary answers={answers} />
    </>
  );
}

function Workers({ workers }: { workers: NonNullable<Overview["workers"]> }) {
  return (
    <Table
      caption="People working on this case"
      columns={[{ text: "Name" }, { text: "As" }, { text: "Organisation" }, { text: "Since" }]}
      rows={workers.map(({ name, capacity, organisation, since }) => ({
        key: `${name} ${capacity}`,
        cells: [
          name,
          capacityLabels[capacity],
          organisation,
          <Time key="since" day={since} short />,
        ],
      }))}
      empty="Nobody has been named on this case yet."
    />
  );
}
