import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { AskAgainForm } from "./ask-again-form";

export default async function AskAgainPage({
  params,
}: PageProps<"/cases/[ref]/consent/ask-again">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Ask for consent again on ${found.reference}`}</PageTitle>
      <AskAgainForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
