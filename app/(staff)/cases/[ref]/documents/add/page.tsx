import { PageTitle } from "@/components/ui/page-title";
import { getCaseToAddDocument } from "@/lib/documents/queries";
import { load } from "@/lib/request/load";
import { AddDocumentForm } from "./add-document-form";

export default async function AddDocumentPage({ params }: PageProps<"/cases/[ref]/documents/add">) {
  const { ref } = await params;
  const { caseId, partners } = await load((ctx) => getCaseToAddDocument(ctx, ref));
  return (
    <>
      <PageTitle>{`Add a document to case ${ref}`}</PageTitle>
      <AddDocumentForm caseId={caseId} reference={ref} partners={partners} />
    </>
  );
}
