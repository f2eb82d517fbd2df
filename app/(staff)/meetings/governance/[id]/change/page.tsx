import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getBoardMeeting } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { ChangeForm } from "./change-form";

export default async function ChangeBoardMeetingPage({
  params,
}: PageProps<"/meetings/governance/[id]/change">) {
  const { id } = await params;
  const meeting = await load((ctx) => getBoardMeeting(ctx, id, "body:write"));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Change the meeting, ${caption}`}</PageTitle>
      <ChangeForm
        meetingId={id}
        caption={caption}
        values={{
          ...{ heldDay: meeting.heldDay, startsAt: meeting.time, place: meeting.place },
          ...{ link: meeting.link ?? "", version: `${meeting.version}` },
        }}
      />
    </Main>
  );
}
