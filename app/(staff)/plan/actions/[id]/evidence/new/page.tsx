import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { load } from "@/lib/request/load";
import { NewEvidenceForm } from "./new-evidence-form";

type Props = PageProps<"/plan/actions/[id]/evidence/new">;

export default async function NewEvidencePage({ params }: Props) {
  const { id } = await params;
  const { actionId, reference } = await load((ctx) => getPlanAction(ctx, id, "plan:update"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Add evidence to action ${reference}`}</PageTitle>
      <NewEvidenceForm actionId={actionId} reference={reference} />
    </Main>
  );
}
