import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { toSeatOptions } from "@/components/panels/seat-options";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { listInvitable } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { MembersForm } from "./members-form";

export default async function InviteMembersPage({ params }: PageProps<"/meetings/[id]/invite">) {
  const { id } = await params;
  const { meeting, people } = await load((ctx) => listInvitable(ctx, id));
  const caption = `${meeting.title}, ${formatDay(meeting.heldOn)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>Invite more people</PageTitle>
      {people.length === 0 ? (
        <>
          <PageHeading caption={caption}>Invite more people</PageHeading>
          <p className="govuk-body">
            Everybody of your area who has a seat on the panel is invited already.
          </p>
        </>
      ) : (
        <MembersForm meetingId={id} caption={caption} people={people.map(toSeatOptions)} />
      )}
    </Main>
  );
}
