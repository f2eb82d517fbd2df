import type { Route } from "next";
import { redirect } from "next/navigation";

import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AttendanceTable } from "@/components/panels/attendance-table";
import { MattersArising } from "@/components/panels/matters-arising";
import { StandingAgenda } from "@/components/panels/standing-agenda";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { mayEver } from "@/lib/access/policy";
import { bankHolidays, formatDay, formatTime } from "@/lib/dates";
import { getBoardMeeting } from "@/lib/governance/meetings/queries";
import type { RequestState } from "@/lib/information/labels";
import { isWaiting } from "@/lib/information/rules";
import { layOutAgenda, lengthText } from "@/lib/panels/agenda/rules";
import { doneLabels, meetingStatuses } from "@/lib/panels/labels";
import { type MeetingRecord, viewMeeting } from "@/lib/panels/meetings/queries";
import { papersCloseOn } from "@/lib/panels/rules";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

export default async function MeetingPage({ params, searchParams }: PageProps<"/meetings/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  // Whoever sits on a body sits on no panel in the same hat: a meeting is of one or of the other.
  const { board, meeting } = await load(async (ctx) =>
    mayEver(ctx.actor, "board:read")
      ? { board: await getBoardMeeting(ctx, id), meeting: null }
      : { board: null, meeting: await viewMeeting(ctx, id) },
  );
  if (board) redirect(`/meetings/governance/${board.id}` as Route);
  const { title, heldOn, startsAt, status, members, mayBuild, mayRun } = meeting;
  const isOpen = status === "planned" || status === "in_progress";
  return (
    <Main back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>{`${title}, ${formatDay(heldOn)}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={formatDay(heldOn)}>{title}</PageHeading>
      <MeetingSummary meeting={meeting} />
      {mayRun && status === "planned" && <StartForm meetingId={id} />}
      {status === "in_progress" && (
        <LinkButton href={`/meetings/${id}/sit`}>Go to the table</LinkButton>
      )}
      {status === "closed" && !meeting.calledFor && (
        <LinkButton href={`/meetings/${id}/minutes`}>Read the minutes</LinkButton>
      )}
      {meeting.calledFor ? (
        <>
          <CalledFor meetingId={id} called={meeting.calledFor} items={meeting.items} />
          <p className="govuk-body">
            When the panel has decided the case, or the meeting is over, it is no longer shown to
            you.
          </p>
        </>
      ) : (
        <>
          <StandingAgenda
            meetingId={id}
            isPlanned={status === "planned"}
            parts={layOutAgenda(startsAt, meeting.items).parts}
          />
          {mayBuild && isOpen && (
            <LinkButton href={`/meetings/${id}/agenda`} variant="secondary">
              Build the agenda
            </LinkButton>
          )}
          <MattersArising matters={meeting.arising} today={meeting.today} />
        </>
      )}
      {members.length > 0 && (
        <AttendanceTable caption="Who is invited" people={members.map(toAttendee)} />
      )}
      {mayBuild && isOpen && (
        <p className="govuk-body">
          <Link href={`/meetings/${id}/invite`}>Invite more people</Link>
          {members.length > 0 && (
            <>
              {" or "}
              <Link href={`/meetings/${id}/deputy`}>seat a deputy</Link>
            </>
          )}
        </p>
      )}
      {status === "in_progress" && (
        <div className="govuk-button-group">
          {mayBuild && (
            <LinkButton href={`/meetings/${id}/attendance`} variant="secondary">
              Take attendance
            </LinkButton>
          )}
          {mayRun && (
            <LinkButton href={`/meetings/${id}/close`} variant="secondary">
              Close the meeting
            </LinkButton>
          )}
        </div>
      )}
    </Main>
  );
}

function MeetingSummary({ meeting }: { meeting: View }) {
  const { id, heldOn, startsAt, lastsMinutes, place, link, status, areas } = meeting;
  const isPlanned = status === "planned";
  const change = (path: string, text: string, hidden: string) => ({
    ...{ href: `/meetings/${id}/${path}`, text, hidden },
  });
  const mayChange = meeting.mayHost && isPlanned;
  return (
    <>
      {meeting.cancelledReason && (
        <InsetText>This meeting is cancelled. {meeting.cancelledReason}</InsetText>
      )}
      <SummaryList
        rows={[
          {
            key: "When",
            value: (
              <>
                <Time day={heldOn} weekday /> at {formatTime(startsAt)}, for{" "}
                {lengthText(lastsMinutes)}
              </>
            ),
            ...(mayChange && { actions: [change("change", "Change", "when the meeting is")] }),
          },
          {
            key: "Where",
            value: place,
            ...(mayChange && { actions: [change("change", "Change", "where the meeting is")] }),
          },
          ...(link
            ? [
                {
                  key: "Join online",
                  value: (
                    <a className="govuk-link" href={link} rel="noreferrer noopener">
                      Join the meeting
                    </a>
                  ),
                },
              ]
            : []),
          {
            key: "Stage",
            value: meeting.isExtraordinary
              ? `${meetingStatuses[status]}, extraordinary meeting`
              : meetingStatuses[status],
            ...(mayChange && { actions: [change("cancel", "Cancel", "the meeting")] }),
          },
          ...(areas.length > 0 ? [{ key: "Joint meeting of", value: areas.join(", ") }] : []),
          {
            key: "Papers close",
            value: (
              <Time day={papersCloseOn(heldOn, bankHolidays, meeting.papersCloseDays)} weekday />
            ),
          },
          {
            key: "Your pack",
            value: <Link href={`/meetings/${id}/pack`}>Read or print your pack</Link>,
          },
          {
            key: "Calendar",
            value: (
              <a className="govuk-link" href={`/meetings/${id}/calendar`} download>
                Put this meeting in your calendar
              </a>
            ),
          },
        ]}
      />
    </>
  );
}

type View = Awaited<ReturnType<typeof viewMeeting>>;
type Called = { meetingId: string; called: View["calledFor"] & object; items: View["items"] };

/** What somebody who is asked in for one case sees of the agenda: that case, and when (IS-18). */
function CalledFor({ meetingId, called, items }: Called) {
  return (
    <Table
      caption="What you are asked in for"
      columns={[
        { text: "Case" },
        { text: "When you are wanted" },
        { text: "What you are asked for" },
      ]}
      rows={called.map(({ itemId, reference, calledFor, requests }) => ({
        key: itemId,
        cells: [
          items.some(({ id }) => id === itemId) ? (
            <Link key="case" href={`/meetings/${meetingId}/items/${itemId}`}>
              {reference}
            </Link>
          ) : (
            <span key="case" className="app-reference">
              {reference}
            </span>
          ),
          calledFor ? formatTime(calledFor) : "The coordinator will tell you",
          <Asked key="asked" requests={requests} />,
        ],
      }))}
      empty="There is no case on this agenda that you may see."
    />
  );
}

function Asked({ requests }: Pick<(View["calledFor"] & object)[number], "requests">) {
  if (requests.length === 0) return "Nothing in writing";
  return (
    <ul className="govuk-list">
      {requests.map(({ id, dueDay, state }) => (
        <li key={id}>
          <Link href={`/requests/${id}`}>
            {isWaiting(state as RequestState)
              ? `Answer by ${formatDay(dueDay)}`
              : "See what you answered"}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function toAttendee(member: MeetingRecord["members"][number]) {
  const { hatId, seat, user, organisation, isPresent, apologies, oneItem } = member;
  const presence = isPresent ? "In the room" : apologies ? "Apologies" : "Not recorded yet";
  return {
    hatId,
    seat,
    name: user.name,
    organisation: organisation.name,
    presence: oneItem ? `${presence}, invited to one item` : presence,
  };
}
