import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { seats } from "@/lib/panels/labels";
import { getMeeting } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { AttendanceForm } from "./attendance-form";

type Props = PageProps<"/meetings/[id]/attendance">;

export default async function AttendancePage({ params }: Props) {
  const { id } = await params;
  const { title, heldOn, members } = await load((ctx) => getMeeting(ctx, id, "meeting:build"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Take attendance, ${formatDay(heldOn)}`}</PageTitle>
      <AttendanceForm
        meetingId={id}
        caption={`${title}, ${formatDay(heldOn)}`}
        present={members.filter(({ isPresent }) => isPresent).map(({ hatId }) => hatId)}
        people={members.map(({ hatId, seat, user, organisation }) => ({
          value: hatId,
          label: `${seats[seat]}: ${user.name}`,
          hint: organisation.name,
        }))}
      />
    </Main>
  );
}
