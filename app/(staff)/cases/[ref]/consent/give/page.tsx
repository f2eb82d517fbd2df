import { PageTitle } from "@/components/ui/page-title";
import { getForm } from "@/lib/consent/forms/queries";
import { getConsentChoices } from "@/lib/consent/queries";
import { strandOf } from "@/lib/consent/schema";
import { load } from "@/lib/request/load";
import { GiveForm } from "./give-form";

export default async function GivePage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/consent/give">) {
  const { ref } = await params;
  const { consent, form } = await searchParams;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  const handed = typeof form === "string" ? await load((ctx) => getForm(ctx, form)) : undefined;
  return (
    <>
      <PageTitle>{`Record consent on ${found.reference}`}</PageTitle>
      <GiveForm
        caseId={found.caseId}
        reference={found.reference}
        strand={strandOf(consent)}
        version={String(found.consent.number)}
        form={handed && { formId: handed.id, givenOn: handed.signedOn, givenBy: handed.givenBy }}
        isChild={found.consent.isChild}
        organisations={found.organisations.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </>
  );
}
