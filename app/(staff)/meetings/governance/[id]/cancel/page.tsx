import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getBoardMeeting } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { CancelForm } from "./cancel-form";

export default async function CancelBoardMeetingPage({
  params,
}: PageProps<"/meetings/governance/[id]/cancel">) {
  const { id } = await params;
  const meeting = await load((ctx) => getBoardMeeting(ctx, id, "body:write"));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Cancel the meeting, ${caption}`}</PageTitle>
      <CancelForm meetingId={id} caption={caption} version={`${meeting.version}`} />
    </Main>
  );
}
