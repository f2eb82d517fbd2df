import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { RagCounts } from "@/components/plans/rag-counts";
import { PageTitle } from "@/components/ui/page-title";
import { quarterWords } from "@/lib/plans/parts/rules";
import { readPlanAddress } from "@/lib/plans/schema";
import { getQuarterToClose } from "@/lib/plans/snapshots/queries";
import { load } from "@/lib/request/load";
import { CloseForm } from "./close-form";

type Props = PageProps<"/plan/snapshots/new">;

export default async function CloseQuarterPage({ searchParams }: Props) {
  const { plan: planId } = readPlanAddress(await searchParams);
  if (!planId) notFound();
  const { plan, quarter, actions, counts } = await load((ctx) => getQuarterToClose(ctx, planId));
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/snapshots?plan=${planId}`}>Back to quarters and versions</BackLink>
      }
    >
      <PageTitle>Close the quarter</PageTitle>
      <CloseForm planId={planId} quarter={quarter} words={quarterWords(quarter)} plan={plan.title}>
        <RagCounts counts={counts} total={actions.length} />
      </CloseForm>
    </Main>
  );
}
