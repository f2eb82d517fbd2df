import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { tellingStages } from "@/lib/told/labels";
import { getUntold } from "@/lib/told/queries";
import { SettleForm } from "./settle-form";

export default async function UntoldTaskPage({ params }: PageProps<"/governance/told/[taskId]">) {
  const { taskId } = await params;
  const task = await load((ctx) => getUntold(ctx, taskId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/governance/told">Back to people who have not been told</BackLink>}
    >
      <PageTitle>{`Not told: ${task.reference}`}</PageTitle>
      <SettleForm
        taskId={task.id}
        reference={task.reference}
        version={String(task.version)}
        closedOn={task.closedOn}
        isSettled={task.settledAt !== null}
        stages={task.stages.map((stage) => tellingStages[stage])}
      />
    </Main>
  );
}
