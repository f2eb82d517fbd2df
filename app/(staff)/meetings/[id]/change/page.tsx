import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getMeeting } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { ChangeForm } from "./change-form";

export default async function ChangePage({ params }: PageProps<"/meetings/[id]/change">) {
  const { id } = await params;
  const meeting = await load((ctx) => getMeeting(ctx, id, "meeting:host"));
  const { title, heldOn, startsAt, lastsMinutes, place, link, version, seriesId } = meeting;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>Change when or where the meeting is</PageTitle>
      <ChangeForm
        meetingId={id}
        isInSeries={seriesId !== null}
        now={{
          ...{ title, heldOn, startsAt, place, link: link ?? "" },
          ...{ lastsMinutes: `${lastsMinutes}`, version: `${version}` },
        }}
      />
    </Main>
  );
}
