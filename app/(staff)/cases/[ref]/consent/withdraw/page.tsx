import { PageTitle } from "@/components/ui/page-title";
import { getConsentChoices } from "@/lib/consent/queries";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

export default async function WithdrawPage({ params }: PageProps<"/cases/[ref]/consent/withdraw">) {
  const { ref } = await params;
  const found = await load((ctx) => getConsentChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Withdraw consent on ${found.reference}`}</PageTitle>
      <WithdrawForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
