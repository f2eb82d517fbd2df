import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { strandOf } from "@/lib/consent/schema";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

export default async function WithdrawPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/consent/withdraw">) {
  const { ref } = await params;
  const { consent } = await searchParams;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Withdraw consent on ${found.reference}`}</PageTitle>
      <WithdrawForm caseId={found.caseId} reference={found.reference} strand={strandOf(consent)} />
    </>
  );
}
