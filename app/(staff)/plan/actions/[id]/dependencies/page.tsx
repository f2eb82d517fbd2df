import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getWaits } from "@/lib/plans/dependencies/queries";
import { load } from "@/lib/request/load";
import { WaitsForm } from "./waits-form";

type Props = PageProps<"/plan/actions/[id]/dependencies">;

export default async function DependenciesPage({ params }: Props) {
  const { id } = await params;
  const { action, mayNeed } = await load((ctx) => getWaits(ctx, id));
  const { actionId, reference } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`What action ${reference} waits for`}</PageTitle>
      <WaitsForm
        actionId={actionId}
        reference={reference}
        version={`${action.detailsVersion}`}
        needsIds={action.waitsFor.map((one) => one.actionId)}
        others={mayNeed.map((one) => ({
          value: one.actionId,
          label: `${one.reference} ${one.action.title}`,
        }))}
      />
    </Main>
  );
}
