import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCaseToSupport } from "@/lib/support/sessions/queries";
import { RaiseForm } from "./raise-form";

type Props = PageProps<"/cases/[ref]/support/concerns/raise">;

export default async function RaisePage({ params }: Props) {
  const { ref } = await params;
  const found = await load((ctx) => getCaseToSupport(ctx, ref, "support:raise"));
  return (
    <>
      <PageTitle>{`Raise a concern on ${found.reference}`}</PageTitle>
      <RaiseForm caseId={found.caseId} reference={found.reference} />
    </>
  );
}
