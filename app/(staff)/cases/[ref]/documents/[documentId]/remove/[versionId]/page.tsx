import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewVersionToRemove } from "@/lib/documents/queries";
import { load } from "@/lib/request/load";
import { RemoveVersionForm } from "./remove-version-form";

type Props = PageProps<"/cases/[ref]/documents/[documentId]/remove/[versionId]">;

export default async function RemoveVersionPage({ params }: Props) {
  const { ref, versionId } = await params;
  const { number, documentId } = await load((ctx) => viewVersionToRemove(ctx, ref, versionId));
  const back = `/cases/${ref}/documents/${documentId}`;
  return (
    <>
      <PageTitle>{`Remove a version of a document of case ${ref}`}</PageTitle>
      <BackLink href={back}>Back to the document</BackLink>
      <RemoveVersionForm reference={ref} versionId={versionId} number={number} back={back} />
    </>
  );
}
