import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { seats } from "@/lib/panels/labels";
import { listSeated } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { MeetingForm } from "./meeting-form";

export default async function NewMeetingPage() {
  const seated = await load(listSeated);
  return (
    <Main width="two-thirds" back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>Call a meeting</PageTitle>
      <MeetingForm
        people={seated.map(({ id, seat, user, organisation }) => ({
          value: id,
          label: `${seats[seat]}: ${user.name}`,
          hint: organisation.name,
        }))}
      />
    </Main>
  );
}
