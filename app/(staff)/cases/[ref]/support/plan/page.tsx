import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getSupportChoices } from "@/lib/support/queries";
import { PlanForm } from "./plan-form";

export default async function PlanPage({ params }: PageProps<"/cases/[ref]/support/plan">) {
  const { ref } = await params;
  const { caseId, reference, plan } = await load((ctx) => getSupportChoices(ctx, ref));
  const { id: _, number = 0, writtenAt: __, ...contents } = plan ?? {};
  return (
    <>
      <PageTitle>{`Support plan on ${reference}`}</PageTitle>
      <PlanForm
        caseId={caseId}
        caption={`${reference}, version ${number + 1}`}
        reference={reference}
        contents={{ ...contents, version: String(number) }}
      />
    </>
  );
}
