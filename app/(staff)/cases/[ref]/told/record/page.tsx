import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { tellingStages } from "@/lib/told/labels";
import { getCaseToTell } from "@/lib/told/queries";
import { TellingForm } from "./telling-form";

export default async function RecordPage({ params }: PageProps<"/cases/[ref]/told/record">) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToTell(ctx, ref));
  return (
    <>
      <PageTitle>{`Record what the person of ${found.reference} has been told`}</PageTitle>
      <TellingForm
        caseId={found.caseId}
        reference={found.reference}
        version={String(found.version)}
        stages={found.stages.map((value) => ({ value, label: tellingStages[value] }))}
      />
    </>
  );
}
