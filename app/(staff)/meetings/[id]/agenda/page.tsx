import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { MattersArising } from "@/components/panels/matters-arising";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { formatDay, formatTime } from "@/lib/dates";
import { dueReasons, timesNote } from "@/lib/panels/agenda/labels";
import { type DueCase, viewAgenda } from "@/lib/panels/agenda/queries";
import { lengthText } from "@/lib/panels/agenda/rules";
import { doneLabels, itemKinds } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";
import { BuildTable } from "./build-table";
import { DueForm } from "./due-form";

type Props = PageProps<"/meetings/[id]/agenda">;

export default async function AgendaPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewAgenda(ctx, id));
  const { meeting, agenda, due, leftOff, arising, today } = view;
  const tooLong = agenda.minutes - meeting.lastsMinutes;
  const isOpen = meeting.status === "planned" || meeting.status === "in_progress";
  return (
    <Main back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <PageTitle>{`Agenda of ${formatDay(meeting.heldOn)}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}>
        Build the agenda
      </PageHeading>
      <p className="govuk-body">
        It begins at {formatTime(meeting.startsAt)} and takes {lengthText(agenda.minutes)}, until{" "}
        {formatTime(agenda.endsAt)}. {timesNote}
      </p>
      {isOpen && tooLong > 0 && (
        <InsetText>
          The meeting is called for {lengthText(meeting.lastsMinutes)}, and this agenda is{" "}
          {lengthText(tooLong)} longer. Give the items less time, leave some off, or{" "}
          <Link href={`/meetings/${id}/change`}>change the meeting</Link>.
        </InsetText>
      )}
      <BuildTable
        meetingId={id}
        parts={agenda.parts}
        isOpen={isOpen}
        isPlanned={meeting.status === "planned"}
      />
      {isOpen && (
        <>
          <h2 className="govuk-heading-m">Due and not on the agenda</h2>
          {due.length === 0 ? (
            <p className="govuk-body">Every case of yours that is due is on the agenda.</p>
          ) : (
            <>
              <DueForm
                meetingId={id}
                cases={due.map(({ id: value, reference, kind, why }) => ({
                  value,
                  label: `${reference}: ${itemKinds[kind].toLowerCase()}`,
                  hint: dueReasons[why],
                }))}
              />
              <LeaveOffLinks meetingId={id} due={due} />
            </>
          )}
          <LinkButton href={`/meetings/${id}/items/new`} variant="secondary">
            Add another case to the agenda
          </LinkButton>
        </>
      )}
      {leftOff.length > 0 && <LeftOff leftOff={leftOff} />}
      <MattersArising matters={arising} today={today} />
    </Main>
  );
}

function LeaveOffLinks({ meetingId, due }: { meetingId: string; due: DueCase[] }) {
  return (
    <ul className="govuk-list">
      {due.map(({ id, reference }) => (
        <li key={id}>
          <Link href={`/meetings/${meetingId}/leave-off/${reference}`}>
            Leave {reference} off this meeting
          </Link>
        </li>
      ))}
    </ul>
  );
}

const LeftOff = ({ leftOff }: { leftOff: DueCase[] }) => (
  <Table
    caption="Left off this meeting"
    columns={[{ text: "Case" }, { text: "Due for" }, { text: "Why it is left off" }]}
    rows={leftOff.map(({ id, reference, kind, leftOff: reason }) => ({
      key: id,
      cells: [reference, itemKinds[kind], reason],
    }))}
  />
);
