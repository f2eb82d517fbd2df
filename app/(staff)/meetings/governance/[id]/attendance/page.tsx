import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getMeetingForAttendance } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { AttendanceForm } from "./attendance-form";

export default async function BoardAttendancePage({
  params,
}: PageProps<"/meetings/governance/[id]/attendance">) {
  const { id } = await params;
  const { meeting, members } = await load((ctx) => getMeetingForAttendance(ctx, id));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Record attendance, ${caption}`}</PageTitle>
      <AttendanceForm
        meetingId={id}
        caption={caption}
        version={`${meeting.version}`}
        members={members}
      />
    </Main>
  );
}
