import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { strandOf } from "@/lib/consent/schema";
import { load } from "@/lib/request/load";
import { AskAgainForm } from "./ask-again-form";

export default async function AskAgainPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/consent/ask-again">) {
  const { ref } = await params;
  const { consent } = await searchParams;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Ask for consent again on ${found.reference}`}</PageTitle>
      <AskAgainForm caseId={found.caseId} reference={found.reference} strand={strandOf(consent)} />
    </>
  );
}
