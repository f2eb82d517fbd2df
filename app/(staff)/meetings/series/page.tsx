import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { toSeatOptions } from "@/components/panels/seat-options";
import { PageTitle } from "@/components/ui/page-title";
import { listSeated } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { SeriesForm } from "./series-form";

export default async function SeriesPage() {
  const seated = await load(listSeated);
  return (
    <Main width="two-thirds" back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>Call meetings at regular times</PageTitle>
      <SeriesForm people={seated.map(toSeatOptions)} />
    </Main>
  );
}
