import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AgencyTable } from "@/components/panels/agency-table";
import { SittingItems } from "@/components/panels/sitting-items";
import { Watch } from "@/components/panels/watch";
import { WorkHeading } from "@/components/panels/work-heading";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { doneLabels } from "@/lib/panels/labels";
import { viewSitting } from "@/lib/panels/sitting/queries";
import { attendanceByAgency } from "@/lib/panels/sitting/rules";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/[id]/sit">;

export default async function SittingPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const meeting = await load((ctx) => viewSitting(ctx, id));
  const { title, heldOn, items, members, isSitting, mayBuild, mayRun } = meeting;
  const current = items.find(({ progress }) => progress === "now");
  const next = current ?? items.find(({ progress }) => progress !== "decided");
  return (
    <Main back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <PageTitle>{`At the table, ${formatDay(heldOn)}`}</PageTitle>
      {isSitting && <Watch url={`/meetings/${id}/sit/version`} />}
      <DoneAlert done={done} labels={doneLabels} />
      <WorkHeading key={`${done}`} caption={`${title}, ${formatDay(heldOn)}`}>
        At the table
      </WorkHeading>
      {isSitting && next && (
        <LinkButton href={`/meetings/${id}/sit/${next.id}`}>
          {current ? "Go on with" : "Go to"} {next.reference}
        </LinkButton>
      )}
      <SittingItems meetingId={id} items={items} />
      <AgencyTable agencies={attendanceByAgency(members)} />
      {isSitting && mayBuild && (
        <ButtonGroup>
          <LinkButton href={`/meetings/${id}/attendance`} variant="secondary">
            Take attendance
          </LinkButton>
          <LinkButton href={`/meetings/${id}/deputy`} variant="secondary">
            Seat a deputy
          </LinkButton>
          {mayRun && (
            <LinkButton href={`/meetings/${id}/close`} variant="secondary">
              Close the meeting
            </LinkButton>
          )}
        </ButtonGroup>
      )}
    </Main>
  );
}
