import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { load } from "@/lib/request/load";
import { NewMeasureForm } from "./new-measure-form";

type Props = PageProps<"/plan/actions/[id]/measures/new">;

export default async function NewMeasurePage({ params }: Props) {
  const { id } = await params;
  const { actionId, reference } = await load((ctx) => getPlanAction(ctx, id, "plan:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Add a measure to action ${reference}`}</PageTitle>
      <NewMeasureForm actionId={actionId} reference={reference} />
    </Main>
  );
}
