import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { RagTag } from "@/components/plans/rag-tag";
import { PageTitle } from "@/components/ui/page-title";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { load } from "@/lib/request/load";
import { UpdateForm } from "./update-form";

type Props = PageProps<"/plan/actions/[id]/update">;

export default async function UpdateActionPage({ params }: Props) {
  const { id } = await params;
  const action = await load((ctx) => getPlanAction(ctx, id, "plan:update"));
  const { actionId, reference, text, version, rag, isStale, percent } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Update action ${reference}`}</PageTitle>
      <UpdateForm actionId={actionId} reference={reference} version={`${version}`}>
        <p className="govuk-body">{text}</p>
        <p className="govuk-body">
          Until now: <RagTag rag={rag} isStale={isStale} isExplained />, {percent}% done
        </p>
      </UpdateForm>
    </Main>
  );
}
