import { MinutesText } from "@/components/governance/minutes-text";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getMinutesToApprove } from "@/lib/governance/meetings/queries";
import { minutesText } from "@/lib/governance/meetings/rules";
import { load } from "@/lib/request/load";
import { ApproveForm } from "./approve-form";

export default async function ApproveMinutesPage({
  params,
}: PageProps<"/meetings/governance/[id]/approve">) {
  const { id } = await params;
  const { meeting, items, members, later } = await load((ctx) => getMinutesToApprove(ctx, id));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  const text = minutesText(
    { ...meeting, bodyName: meeting.body.name },
    members,
    items.filter(({ takenOffBecause }) => !takenOffBecause),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Approve the minutes, ${caption}`}</PageTitle>
      {later.length > 0 ? (
        <ApproveForm
          meetingId={id}
          caption={caption}
          version={`${meeting.version}`}
          text={text}
          later={later.map((one) => ({ value: one.id, label: formatDay(one.heldDay) }))}
        />
      ) : (
        <>
          <PageHeading caption={caption}>Approve the minutes</PageHeading>
          <p className="govuk-body">
            Minutes are approved at a later meeting of the same body, and none has been held yet.
          </p>
          <MinutesText text={text} heading="Minutes to approve" />
        </>
      )}
    </Main>
  );
}
