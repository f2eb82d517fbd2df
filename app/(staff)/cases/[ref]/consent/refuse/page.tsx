import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { RefuseForm } from "./refuse-form";

export default async function RefusePage({ params }: PageProps<"/cases/[ref]/consent/refuse">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Record a refusal on ${found.reference}`}</PageTitle>
      <RefuseForm
        caseId={found.caseId}
        reference={found.reference}
        version={String(found.consent.number)}
      />
    </>
  );
}
