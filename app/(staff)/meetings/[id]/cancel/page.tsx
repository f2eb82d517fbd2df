import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getMeeting } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { CancelForm } from "./cancel-form";

export default async function CancelPage({ params }: PageProps<"/meetings/[id]/cancel">) {
  const { id } = await params;
  const meeting = await load((ctx) => getMeeting(ctx, id, "meeting:host"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>Cancel the meeting</PageTitle>
      <CancelForm
        meetingId={id}
        version={`${meeting.version}`}
        caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}
      />
    </Main>
  );
}
