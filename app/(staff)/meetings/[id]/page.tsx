import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AgendaTable } from "@/components/panels/agenda-table";
import { AttendanceTable } from "@/components/panels/attendance-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { formatDay, formatTime } from "@/lib/dates";
import { doneLabels, meetingStatuses } from "@/lib/panels/labels";
import { type MeetingRecord, viewMeeting } from "@/lib/panels/meetings/queries";
import { papersCloseOn } from "@/lib/panels/rules";
import { load } from "@/lib/request/load";
import { StartForm } from "./start-form";

export default async function MeetingPage({ params, searchParams }: PageProps<"/meetings/[id]">) {
  const { id } = await params;
  const { done } = await searchParams;
  const meeting = await load((ctx) => viewMeeting(ctx, id));
  const { title, heldOn, startsAt, place, status, items, members, mayBuild, mayRun } = meeting;
  return (
    <Main back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>{`${title}, ${formatDay(heldOn)}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={formatDay(heldOn)}>{title}</PageHeading>
      <SummaryList
        rows={[
          {
            key: "When",
            value: (
              <>
                <Time day={heldOn} weekday /> at {formatTime(startsAt)}
              </>
            ),
          },
          { key: "Where", value: place },
          { key: "Stage", value: meetingStatuses[status] },
          { key: "Papers close", value: <Time day={papersCloseOn(heldOn)} weekday /> },
        ]}
      />
      {mayRun && status === "planned" && <StartForm meetingId={id} />}
      <AgendaTable meetingId={id} isPlanned={status === "planned"} items={items} />
      {mayBuild && status !== "closed" && (
        <LinkButton href={`/meetings/${id}/items/new`} variant="secondary">
          Add a case to the agenda
        </LinkButton>
      )}
      {members.length > 0 && (
        <AttendanceTable caption="Who is invited" people={members.map(toAttendee)} />
      )}
      {status === "in_progress" && (
        <div className="govuk-button-group">
          {mayBuild && <LinkButton href={`/meetings/${id}/attendance`}>Take attendance</LinkButton>}
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
