import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { load } from "@/lib/request/load";
import { MilestoneForm } from "./milestone-form";

type Props = PageProps<"/plan/actions/[id]/milestones/new">;

export default async function NewMilestonePage({ params }: Props) {
  const { id } = await params;
  const { actionId, reference } = await load((ctx) => getPlanAction(ctx, id, "plan:update"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Add a milestone to action ${reference}`}</PageTitle>
      <MilestoneForm actionId={actionId} reference={reference} />
    </Main>
  );
}
