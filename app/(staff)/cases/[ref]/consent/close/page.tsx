import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { CloseForm } from "./close-form";

export default async function ClosePage({ params }: PageProps<"/cases/[ref]/consent/close">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref, "case:close"));
  return (
    <>
      <PageTitle>{`Record what the panel decided on ${found.reference}`}</PageTitle>
      <CloseForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
