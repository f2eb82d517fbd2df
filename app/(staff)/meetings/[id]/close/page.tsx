import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AgendaTable } from "@/components/panels/agenda-table";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { formatDay } from "@/lib/dates";
import { viewMeeting } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { CloseForm } from "./close-form";

export default async function CloseMeetingPage({ params }: PageProps<"/meetings/[id]/close">) {
  const { id } = await params;
  const { title, heldOn, items } = await load((ctx) => viewMeeting(ctx, id, "meeting:run"));
  return (
    <Main back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <PageTitle>{`Close the meeting of ${formatDay(heldOn)}`}</PageTitle>
      <PageHeading caption={`${title}, ${formatDay(heldOn)}`}>Close the meeting</PageHeading>
      <p className="govuk-body">
        After this nothing more can be decided or recorded at this meeting, and nothing that was
        decided can be changed.
      </p>
      <AgendaTable meetingId={id} items={items} />
      {items.every(({ isSpokenOf }) => isSpokenOf) ? (
        <CloseForm meetingId={id} />
      ) : (
        <InsetText>
          Record what the panel decided on every item before you close the meeting.
        </InsetText>
      )}
    </Main>
  );
}
