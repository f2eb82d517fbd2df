import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { strandOf } from "@/lib/consent/schema";
import { load } from "@/lib/request/load";
import { RefuseForm } from "./refuse-form";

export default async function RefusePage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/consent/refuse">) {
  const { ref } = await params;
  const { consent } = await searchParams;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Record a refusal on ${found.reference}`}</PageTitle>
      <RefuseForm
        caseId={found.caseId}
        reference={found.reference}
        strand={strandOf(consent)}
        version={String(found.consent.number)}
      />
    </>
  );
}
