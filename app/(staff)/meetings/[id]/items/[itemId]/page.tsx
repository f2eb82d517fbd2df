import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AttendanceTable } from "@/components/panels/attendance-table";
import { DecisionCard } from "@/components/panels/decision-card";
import { PanelActions } from "@/components/panels/panel-actions";
import { Quorum } from "@/components/panels/quorum";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { caseStatuses } from "@/lib/cases/labels";
import { formatDay } from "@/lib/dates";
import { doneLabels, itemKinds } from "@/lib/panels/labels";
import { viewItem } from "@/lib/panels/queries";
import { ageOf, nameOf } from "@/lib/people/rules";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/[id]/items/[itemId]">;
type View = Awaited<ReturnType<typeof viewItem>>;

export default async function ItemPage({ params, searchParams }: Props) {
  const { id, itemId } = await params;
  const { done } = await searchParams;
  const item = await load((ctx) => viewItem(ctx, itemId));
  const { case: caseRecord, meeting, kind, decisions, actions, may, today } = item;
  const here = `/meetings/${id}/items/${itemId}`;
  const isUndecided = meeting.status !== "closed" && item.decision === null;
  const isSitting = meeting.status === "in_progress" && item.decision === null;
  return (
    <Main back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <PageTitle>{`${itemKinds[kind]}: ${caseRecord.reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}>
        {itemKinds[kind]}: <span className="app-reference">{caseRecord.reference}</span>
      </PageHeading>
      <CaseSummary item={item} />
      {isSitting && may.decide && (
        <LinkButton href={`/meetings/${id}/sit/${itemId}`}>
          Record the panel&rsquo;s decision
        </LinkButton>
      )}
      <AttendanceTable
        caption={
          meeting.status === "planned"
            ? "Who is invited for this case"
            : "Who is here for this case"
        }
        people={item.attendees.map(toAttendee(meeting.status === "planned"))}
      />
      {meeting.status !== "planned" && (
        <p className="govuk-body">
          <Quorum proof={item.quorum} />
        </p>
      )}
      <ul className="govuk-list">
        {isSitting && may.prepare && (
          <li>
            <Link href={`${here}/attendance`}>Change who is in the room for this case</Link>
          </li>
        )}
        <li>
          <Link href={`${here}/papers`}>Papers for this item</Link>
        </li>
        {meeting.status !== "closed" && may.prepare && (
          <li>
            <Link href={`${here}/invite`}>Invite somebody for this case alone</Link>
          </li>
        )}
        {isUndecided && may.prepare && (
          <li>
            <Link href={`${here}/withdraw`}>Withdraw an invitation for this case</Link>
          </li>
        )}
        {meeting.status !== "closed" && (
          <li>
            <Link href={`${here}/conflict`}>Declare a conflict of interest</Link>
          </li>
        )}
      </ul>
      <PanelActions actions={actions} today={today} />
      {meeting.status !== "closed" && may.prepare && (
        <LinkButton href={`${here}/actions`} variant="secondary">
          Add an action
        </LinkButton>
      )}
      {decisions.length > 0 && <h2 className="govuk-heading-m">What the panel has decided</h2>}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} level={3} />
      ))}
    </Main>
  );
}

function CaseSummary({ item }: { item: View }) {
  const { case: caseRecord, meeting, assessment, residentForce, keyOrganisation } = item;
  const { reference, person, status, defers } = caseRecord;
  const age = ageOf(person, meeting.heldOn);
  return (
    <SummaryList
      rows={[
        { key: "Case", value: <Link href={`/cases/${reference}`}>{reference}</Link> },
        { key: "Person", value: nameOf(person) },
        { key: "Age", value: age === null ? "Not known" : `${age}` },
        { key: "Stage", value: caseStatuses[status] },
        ...(defers > 0
          ? [{ key: "Put off", value: defers === 1 ? "Once before" : `${defers} times before` }]
          : []),
        ...(assessment
          ? [
              {
                key: "Assessment",
                value: <Link href={`/cases/${reference}/assessment`}>Read the assessment</Link>,
              },
            ]
          : []),
        ...(residentForce ? [{ key: "Police where they live", value: residentForce }] : []),
        ...(keyOrganisation
          ? [{ key: "Organisation that knows most", value: keyOrganisation.name }]
          : []),
      ]}
    />
  );
}

const toAttendee = (isPlanned: boolean) => (attendee: View["attendees"][number]) => {
  const { hatId, seat, user, organisation, isPresent, hasConflict } = attendee;
  const away = isPlanned ? "Not recorded yet" : "Not in the room";
  const presence = isPresent ? "In the room" : away;
  return {
    hatId,
    seat,
    name: user.name,
    organisation: organisation.name,
    presence: hasConflict ? "Conflict of interest" : presence,
  };
};
