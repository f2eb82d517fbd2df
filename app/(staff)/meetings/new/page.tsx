import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { toSeatOptions } from "@/components/panels/seat-options";
import { PageTitle } from "@/components/ui/page-title";
import { listOtherAreas, listSeated } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { MeetingForm } from "./meeting-form";

export default async function NewMeetingPage() {
  const { seated, areas } = await load(async (ctx) => ({
    seated: await listSeated(ctx),
    areas: await listOtherAreas(ctx),
  }));
  return (
    <Main width="two-thirds" back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>Call a meeting</PageTitle>
      <MeetingForm
        people={seated.map(toSeatOptions)}
        areas={areas.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </Main>
  );
}
