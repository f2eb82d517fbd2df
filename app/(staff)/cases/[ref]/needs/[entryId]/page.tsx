import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewNeed } from "@/lib/cases/needs/queries";
import { load } from "@/lib/request/load";
import { ChangeNeedForm } from "./change-need-form";

export default async function NeedPage({ params }: PageProps<"/cases/[ref]/needs/[entryId]">) {
  const { ref, entryId } = await params;
  const { version, kind, need, certainty, words, source, datedOn } = await load((ctx) =>
    viewNeed(ctx, ref, entryId),
  );
  return (
    <>
      <PageTitle>{`Change a need or a view on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/needs`}>Back to needs and views</BackLink>
      <ChangeNeedForm
        reference={ref}
        entryId={entryId}
        kind={kind}
        defaults={{
          version: String(version),
          certainty,
          words,
          source,
          asOf: datedOn,
          ...(need && { need }),
        }}
      />
    </>
  );
}
