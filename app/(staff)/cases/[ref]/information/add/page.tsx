import { PageTitle } from "@/components/ui/page-title";
import { getCaseToInform } from "@/lib/information/items/queries";
import { load } from "@/lib/request/load";
import { AddItemForm } from "./add-item-form";

export default async function AddInformationPage({
  params,
}: PageProps<"/cases/[ref]/information/add">) {
  const { ref } = await params;
  const { caseId, partners, suppliers } = await load((ctx) => getCaseToInform(ctx, ref));
  return (
    <>
      <PageTitle>{`Add information to case ${ref}`}</PageTitle>
      <AddItemForm caseId={caseId} reference={ref} partners={partners} suppliers={suppliers} />
    </>
  );
}
