import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { strandOf } from "@/lib/consent/schema";
import { load } from "@/lib/request/load";
import { AskForm } from "./ask-form";

export default async function AskPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/consent/ask">) {
  const { ref } = await params;
  const { consent } = await searchParams;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Record that consent was asked for on ${found.reference}`}</PageTitle>
      <AskForm
        caseId={found.caseId}
        reference={found.reference}
        strand={strandOf(consent)}
        version={String(found.consent.number)}
      />
    </>
  );
}
