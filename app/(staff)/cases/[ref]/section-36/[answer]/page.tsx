import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { getCaseToDecide } from "@/lib/cases/section-36/queries";
import { load } from "@/lib/request/load";
import { DecisionForm } from "./decision-form";

export default async function DecisionPage({
  params,
}: PageProps<"/cases/[ref]/section-36/[answer]">) {
  const { ref, answer } = await params;
  if (answer !== "yes" && answer !== "no") notFound();
  const { caseId } = await load((ctx) => getCaseToDecide(ctx, ref));
  return (
    <>
      <PageTitle>{`Make the section 36 decision on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/section-36`}>Back to the section 36 decision</BackLink>
      <DecisionForm caseId={caseId} reference={ref} answer={answer} />
    </>
  );
}
