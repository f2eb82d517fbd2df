import { PageTitle } from "@/components/ui/page-title";
import { getCaseToAddNeed } from "@/lib/cases/needs/queries";
import { load } from "@/lib/request/load";
import { AddNeedForm } from "./add-need-form";

export default async function AddNeedPage({ params }: PageProps<"/cases/[ref]/needs/add">) {
  const { ref } = await params;
  const { caseId } = await load((ctx) => getCaseToAddNeed(ctx, ref));
  return (
    <>
      <PageTitle>{`Add a need or a view to case ${ref}`}</PageTitle>
      <AddNeedForm caseId={caseId} reference={ref} />
    </>
  );
}
