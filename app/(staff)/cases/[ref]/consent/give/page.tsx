import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { GiveForm } from "./give-form";

export default async function GivePage({ params }: PageProps<"/cases/[ref]/consent/give">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Record consent on ${found.reference}`}</PageTitle>
      <GiveForm
        caseId={found.caseId}
        reference={found.reference}
        version={String(found.consent.number)}
        isChild={found.consent.isChild}
        organisations={found.organisations.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </>
  );
}
