import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { AreaChoice } from "@/components/plans/area-choice";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { RagBoard } from "@/components/plans/rag-board";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { viewBoard } from "@/lib/plans/actions/list/queries";
import { readPlanAddress } from "@/lib/plans/schema";
import { load } from "@/lib/request/load";

export default async function BoardPage({ searchParams }: PageProps<"/plan/board">) {
  const { plan: planId, area } = readPlanAddress(await searchParams);
  const found = await load((ctx) => viewBoard(ctx, planId, { ...(area && { area }) }));
  const { plan, actions, counts, today } = found;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>{`${plan.title}: board`}</PageTitle>
      <PageHeading caption={plan.title}>Board</PageHeading>
      <PlanNavigation planId={plan.id} />
      <AreaChoice path="/plan/board" planId={plan.id} areas={plan.areas} chosen={area} />
      <PrintButton />
      <RagBoard
        actions={actions}
        counts={counts}
        today={today}
        hrefOf={(rag) => addressWith("/plan", { plan: plan.id, area }, { rag })}
      />
    </Main>
  );
}
