import { PageTitle } from "@/components/ui/page-title";
import { getCaseToAskAbout } from "@/lib/information/requests/queries";
import { load } from "@/lib/request/load";
import { AskForm } from "./ask-form";

export default async function AskPage({ params }: PageProps<"/cases/[ref]/requests/ask">) {
  const { ref } = await params;
  const { caseId, partners } = await load((ctx) => getCaseToAskAbout(ctx, ref));
  return (
    <>
      <PageTitle>{`Ask organisations about case ${ref}`}</PageTitle>
      <AskForm caseId={caseId} reference={ref} partners={partners} />
    </>
  );
}
