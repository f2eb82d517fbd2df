import { notFound } from "next/navigation";

import { toLookAt } from "@/components/cases/look-again-fields";
import { BackLink } from "@/components/layout/back-link";
import { Pattern } from "@/components/referrals/pattern";
import { PageTitle } from "@/components/ui/page-title";
import { getCaseToDecide } from "@/lib/cases/section-36/queries";
import { load } from "@/lib/request/load";
import { DecisionForm } from "./decision-form";

export default async function DecisionPage({
  params,
}: PageProps<"/cases/[ref]/section-36/[answer]">) {
  const { ref, answer } = await params;
  if (answer !== "yes" && answer !== "no") notFound();
  const { caseId, pattern, here = "" } = await load((ctx) => getCaseToDecide(ctx, ref));
  return (
    <>
      <PageTitle>{`Make the section 36 decision on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/section-36`}>Back to the section 36 decision</BackLink>
      <DecisionForm
        {...{ caseId, answer }}
        reference={ref}
        before={answer === "no" ? toLookAt(pattern, here) : []}
      >
        <Pattern contacts={pattern} here={here} />
      </DecisionForm>
    </>
  );
}
