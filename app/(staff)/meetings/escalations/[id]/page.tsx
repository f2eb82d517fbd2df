import { LinkButton } from "@/components/form/button";
import { AddendaList } from "@/components/governance/addenda-list";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { dayOf, formatDay } from "@/lib/dates";
import { viewEscalation } from "@/lib/governance/escalations/queries";
import { escalationStates, governanceDoneLabels } from "@/lib/governance/labels";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/escalations/[id]">;
type Seen = Awaited<ReturnType<typeof viewEscalation>>;

export default async function EscalationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const seen = await load((ctx) => viewEscalation(ctx, id));
  const { escalation, mayWithdraw, mayAdd } = seen;
  const at = `/meetings/escalations/${id}`;
  return (
    <Main back={<Back seen={seen} />}>
      <PageTitle>{`Escalation: ${escalation.title}`}</PageTitle>
      <DoneAlert done={done} labels={governanceDoneLabels} />
      <PageHeading caption={`${escalation.from.name} asks ${escalation.to.name}`}>
        {escalation.title}
      </PageHeading>
      {mayWithdraw && (
        <LinkButton variant="secondary" href={`${at}/withdraw`}>
          Withdraw it
        </LinkButton>
      )}
      {mayAdd && (
        <LinkButton variant="secondary" href={`${at}/addendum`}>
          Add an addendum
        </LinkButton>
      )}
      <Summary seen={seen} />
      <AddendaList addenda={escalation.addenda} />
    </Main>
  );
}

/** Whoever reads the answer for an action goes back to it; whoever sits at an end, to the list. */
function Back({ seen: { escalation, mayReadMeeting } }: { seen: Seen }) {
  if (escalation.actionId && !mayReadMeeting)
    return <BackLink href={`/plan/actions/${escalation.actionId}`}>Back to the action</BackLink>;
  return <BackLink href="/meetings/escalations">Back to questions that were escalated</BackLink>;
}

function Summary({ seen: { escalation, listedAt, mayReadMeeting } }: { seen: Seen }) {
  const { actionId, riskId, state, answeredAt } = escalation;
  const about = actionId
    ? { href: `/plan/actions/${actionId}`, text: "The action of the plan" }
    : riskId
      ? { href: `/plan/risks/${riskId}`, text: "The risk in the register" }
      : null;
  return (
    <SummaryList
      rows={[
        {
          key: "State",
          value: (
            <>
              {escalationStates[state]}
              {answeredAt && <Day at={answeredAt} />}
            </>
          ),
        },
        { key: "Raised", value: <Time day={dayOf(escalation.raisedAt)} /> },
        ...(about ? [{ key: "About", value: <Link href={about.href}>{about.text}</Link> }] : []),
        { key: "Question", value: <Paragraphs text={escalation.question} /> },
        { key: "Options", value: <Paragraphs text={escalation.options} /> },
        { key: "Recommendation", value: <Paragraphs text={escalation.recommendation} /> },
        ...(listedAt && mayReadMeeting
          ? [
              {
                key: "On the agenda of",
                value: (
                  <Link href={`/meetings/governance/${listedAt.meetingId}`}>
                    The meeting of {formatDay(listedAt.heldDay)}
                  </Link>
                ),
              },
            ]
          : []),
        ...(escalation.answer
          ? [
              { key: "Answer", value: <Paragraphs text={escalation.answer} /> },
              { key: "Reasons", value: <Paragraphs text={escalation.answerReasons} /> },
            ]
          : []),
        ...(escalation.withdrawnBecause
          ? [{ key: "Withdrawn because", value: escalation.withdrawnBecause }]
          : []),
      ]}
    />
  );
}

const Day = ({ at }: { at: Date }) => (
  <>
    {" on "}
    <Time day={dayOf(at)} />
  </>
);
