import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { seats } from "@/lib/panels/labels";
import { viewDeputies } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";
import { DeputyForm } from "./deputy-form";

export default async function DeputyPage({ params }: PageProps<"/meetings/[id]/deputy">) {
  const { id } = await params;
  const { title, heldOn, isSitting, members, others } = await load((ctx) => viewDeputies(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={
        isSitting ? (
          <BackLink href={`/meetings/${id}/sit`}>Back to the table</BackLink>
        ) : (
          <BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>
        )
      }
    >
      <PageTitle>{`Seat a deputy, ${formatDay(heldOn)}`}</PageTitle>
      <DeputyForm
        meetingId={id}
        caption={`${title}, ${formatDay(heldOn)}`}
        members={members.map(({ hatId, seat, user, organisation }) => ({
          value: hatId,
          label: `${organisation.name}, ${seats[seat]}: ${user.name}`,
        }))}
        others={others.map(({ id: value, user, organisation, standsInFor }) => ({
          value,
          label: `${organisation.name}: ${user.name}${
            standsInFor.length > 0 ? `, named deputy of ${standsInFor.join(" and ")}` : ""
          }`,
        }))}
      />
    </Main>
  );
}
