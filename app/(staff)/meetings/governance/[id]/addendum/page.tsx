import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getBoardMeeting } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { AddendumForm } from "./addendum-form";

export default async function MinutesAddendumPage({
  params,
}: PageProps<"/meetings/governance/[id]/addendum">) {
  const { id } = await params;
  const meeting = await load((ctx) => getBoardMeeting(ctx, id, "board:decide"));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Add an addendum, ${caption}`}</PageTitle>
      {meeting.isApproved ? (
        <AddendumForm meetingId={id} caption={caption} />
      ) : (
        <>
          <PageHeading caption={caption}>Add an addendum</PageHeading>
          <p className="govuk-body">
            The minutes are not approved yet, so they can still be changed.
          </p>
        </>
      )}
    </Main>
  );
}
