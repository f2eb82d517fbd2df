import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getBoardMeeting } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { ItemForm } from "./item-form";

export default async function AddBoardItemPage({
  params,
}: PageProps<"/meetings/governance/[id]/items">) {
  const { id } = await params;
  const meeting = await load((ctx) => getBoardMeeting(ctx, id, "body:write"));
  const caption = `${meeting.body.name}, ${formatDay(meeting.heldDay)}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>{`Add an item, ${caption}`}</PageTitle>
      <ItemForm meetingId={id} caption={caption} />
    </Main>
  );
}
