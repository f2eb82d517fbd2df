import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getMilestone } from "@/lib/plans/milestones/queries";
import { load } from "@/lib/request/load";
import { MilestoneForm } from "./milestone-form";

type Props = PageProps<"/plan/milestones/[milestoneId]">;

export default async function MilestonePage({ params }: Props) {
  const { milestoneId } = await params;
  const { action, ...milestone } = await load((ctx) => getMilestone(ctx, milestoneId));
  const { actionId, reference } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Change a milestone of action ${reference}`}</PageTitle>
      <MilestoneForm
        milestoneId={milestoneId}
        actionId={actionId}
        reference={reference}
        now={{
          version: `${milestone.version}`,
          title: milestone.title,
          dueDay: milestone.dueDay,
          state: milestone.state,
          metDay: milestone.metDay ?? "",
          reason: milestone.reason ?? "",
        }}
      />
    </Main>
  );
}
