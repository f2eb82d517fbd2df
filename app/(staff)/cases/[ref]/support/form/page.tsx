import { PageTitle } from "@/components/ui/page-title";
import { getCaseToHandOver } from "@/lib/consent/forms/queries";
import { load } from "@/lib/request/load";
import { HandOverFormForm } from "./hand-over-form";

export default async function SignedFormPage({ params }: PageProps<"/cases/[ref]/support/form">) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToHandOver(ctx, ref));
  return (
    <>
      <PageTitle>{`Hand over a signed form on ${found.reference}`}</PageTitle>
      <HandOverFormForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
