import { LinkButton } from "@/components/form/button";
import { AddendaList } from "@/components/governance/addenda-list";
import { BoardAttendance } from "@/components/governance/board-attendance";
import { MinutesText } from "@/components/governance/minutes-text";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { formatDay, formatTime } from "@/lib/dates";
import { governanceDoneLabels, meetingStates } from "@/lib/governance/labels";
import { type BoardView, viewBoardMeeting } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { BoardAgenda } from "./board-agenda";
import { FillForm } from "./fill-form";

type Props = PageProps<"/meetings/governance/[id]">;

export default async function BoardMeetingPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const seen = await load((ctx) => viewBoardMeeting(ctx, id));
  const { meeting, due, mayWrite, members, addenda } = seen;
  const { body, heldDay, state, isApproved } = meeting;
  return (
    <Main back={<BackLink href={`/meetings/bodies/${body.id}`}>Back to {body.name}</BackLink>}>
      <PageTitle>{`${body.name}, ${formatDay(heldDay)}`}</PageTitle>
      <DoneAlert done={done} labels={governanceDoneLabels} />
      <PageHeading caption={formatDay(heldDay)}>{body.name}</PageHeading>
      <Buttons seen={seen} />
      {meeting.cancelledBecause && (
        <InsetText>This meeting is cancelled. {meeting.cancelledBecause}</InsetText>
      )}
      <Facts seen={seen} />
      {state === "planned" && mayWrite && due.length > 0 && (
        <FillForm
          meetingId={id}
          isMain={heldDay > seen.today}
          due={due.map(({ kind, title }) => ({ kind, title }))}
        />
      )}
      <BoardAgenda seen={seen} />
      {members.length > 0 && <BoardAttendance members={members} />}
      {isApproved && <MinutesText text={meeting.minutesText ?? ""} />}
      <AddendaList addenda={addenda} />
    </Main>
  );
}

function Buttons({ seen }: { seen: BoardView }) {
  const { meeting, today, mayWrite, mayDecide } = seen;
  const at = `/meetings/governance/${meeting.id}`;
  if (!mayDecide || meeting.state === "cancelled") return null;
  if (meeting.isApproved)
    return (
      <LinkButton variant="secondary" href={`${at}/addendum`}>
        Add an addendum
      </LinkButton>
    );
  const hasBegun = meeting.heldDay <= today;
  return (
    <div className="govuk-button-group">
      {mayWrite && hasBegun && <LinkButton href={`${at}/attendance`}>Record attendance</LinkButton>}
      {meeting.state === "held" && (
        <LinkButton variant="secondary" href={`${at}/approve`}>
          Approve the minutes
        </LinkButton>
      )}
      {mayWrite && (
        <LinkButton variant="secondary" href={`${at}/items`}>
          Add an item
        </LinkButton>
      )}
      {mayWrite && meeting.state === "planned" && (
        <>
          <LinkButton variant="secondary" href={`${at}/change`}>
            Change when or where
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/cancel`}>
            Cancel the meeting
          </LinkButton>
        </>
      )}
    </div>
  );
}

function Facts({ seen: { meeting, approvedAtDay } }: { seen: BoardView }) {
  const { heldDay, time, place, link, state, approvedDay, minutesApprovedBy } = meeting;
  return (
    <SummaryList
      rows={[
        {
          key: "When",
          value: (
            <>
              <Time day={heldDay} weekday /> at {formatTime(time)}
            </>
          ),
        },
        { key: "Where", value: place },
        ...(link ? [{ key: "Join online", value: <Link href={link}>Join the meeting</Link> }] : []),
        { key: "Stage", value: meetingStates[state] },
        ...(approvedDay && approvedAtDay
          ? [
              {
                key: "Minutes",
                value: `Approved at the meeting of ${formatDay(approvedAtDay)}, and signed by ${minutesApprovedBy} on ${formatDay(approvedDay)}`,
              },
            ]
          : []),
      ]}
    />
  );
}
