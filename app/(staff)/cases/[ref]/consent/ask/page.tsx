import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { AskForm } from "./ask-form";

export default async function AskPage({ params }: PageProps<"/cases/[ref]/consent/ask">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Record that consent was asked for on ${found.reference}`}</PageTitle>
      <AskForm
        caseId={found.caseId}
        reference={found.reference}
        version={String(found.consent.number)}
      />
    </>
  );
}
