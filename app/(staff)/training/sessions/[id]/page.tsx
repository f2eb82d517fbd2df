import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { MaterialList } from "@/components/training/material-list";
import { SessionTag } from "@/components/training/session-tag";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatTime } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { audienceLabels, trainingDoneLabels } from "@/lib/training/labels";
import { mayBeCounted } from "@/lib/training/rules";
import { viewSession } from "@/lib/training/sessions/queries";
import { AttendanceForm } from "./attendance-form";
import { MaterialForm } from "./material-form";

type Props = PageProps<"/training/sessions/[id]">;
type Found = Awaited<ReturnType<typeof viewSession>>;

export default async function SessionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const found = await load((ctx) => viewSession(ctx, id));
  const { session, materials, attendance, choices, today, isOwnOnly } = found;
  return (
    <Main back={<BackLink href="/training/sessions">Back to the sessions</BackLink>}>
      <PageTitle>{session.title}</PageTitle>
      <DoneAlert done={done} labels={trainingDoneLabels} />
      <PageHeading caption={session.course.name}>{session.title}</PageHeading>
      <Facts {...found} />
      {choices && (
        <ButtonGroup>
          <LinkButton variant="secondary" href={`/training/sessions/${id}/edit`}>
            Change the session
          </LinkButton>
        </ButtonGroup>
      )}
      <Table
        caption={isOwnOnly ? "Who came from your organisation" : "Who came"}
        columns={[
          { text: "Organisation" },
          { text: "Role group" },
          { text: "Came", numeric: true },
        ]}
        rows={attendance.map(({ organisation, roleGroup, attended }) => ({
          key: `${organisation} ${roleGroup}`,
          cells: [organisation, roleGroup, attended],
        }))}
        empty="No attendance has been recorded."
        keepsCaption
      />
      {choices && mayBeCounted(session, today) && <AttendanceForm sessionId={id} {...choices} />}
      <h2 className="govuk-heading-m">Materials</h2>
      <MaterialList materials={materials} mayWithdraw={choices !== null} />
      {choices && <MaterialForm sessionId={id} />}
    </Main>
  );
}

function Facts({ session, attendance, today, isOwnOnly }: Found) {
  const came = attendance.reduce((sum, { attended }) => sum + attended, 0);
  return (
    <SummaryList
      rows={[
        { key: "Status", value: <SessionTag session={session} today={today} /> },
        {
          key: "When",
          value: (
            <>
              <Time day={session.heldDay} weekday />, {formatTime(session.starts)}
            </>
          ),
        },
        { key: "Where", value: session.venue },
        { key: "For", value: audienceLabels[session.audience] },
        { key: "Hosted by", value: session.host.name },
        { key: "Given by", value: session.trainers },
        {
          key: "Places",
          value: isOwnOnly ? session.capacity : `${session.capacity}, of which ${came} were taken`,
        },
      ]}
    />
  );
}
