import { PageTitle } from "@/components/ui/page-title";
import { getCaseToAddAround } from "@/lib/cases/around/queries";
import { load } from "@/lib/request/load";
import { AddAroundForm } from "./add-around-form";

export default async function AddAroundPage({ params }: PageProps<"/cases/[ref]/people/add">) {
  const { ref } = await params;
  const { caseId } = await load((ctx) => getCaseToAddAround(ctx, ref));
  return (
    <>
      <PageTitle>{`Add somebody around the person of case ${ref}`}</PageTitle>
      <AddAroundForm caseId={caseId} reference={ref} />
    </>
  );
}
