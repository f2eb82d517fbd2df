import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCaseToSupport } from "@/lib/support/sessions/queries";
import { PlanSessionForm } from "./plan-session-form";

type Props = PageProps<"/cases/[ref]/support/sessions/plan">;

export default async function PlanSessionPage({ params }: Props) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToSupport(ctx, ref, "session:write"));
  return (
    <>
      <PageTitle>{`Plan a session on ${found.reference}`}</PageTitle>
      <PlanSessionForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
