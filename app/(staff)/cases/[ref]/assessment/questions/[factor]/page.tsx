import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewDraft } from "@/lib/assessments/queries";
import { formatDayShort } from "@/lib/dates";
import { findingText } from "@/lib/information/findings/rules";
import { itemKindLabels } from "@/lib/information/labels";
import { load } from "@/lib/request/load";
import { AnswerForm } from "./answer-form";

export default async function QuestionPage({
  params,
}: PageProps<"/cases/[ref]/assessment/questions/[factor]">) {
  const { ref, factor } = await params;
  const draft = await load((ctx) => viewDraft(ctx, ref));
  const asked = draft.framework.factors.find(({ code }) => code === factor);
  if (!asked) notFound();
  const given = draft.answers.find((answer) => answer.factor === factor);
  return (
    <>
      <PageTitle>{`A question on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/assessment`}>Back to the assessment</BackLink>
      <AnswerForm
        reference={ref}
        asked={asked}
        evidence={draft.evidence.map((item) => ({
          value: item.id,
          label: `${itemKindLabels[item.kind]} from ${item.supplier.name}: ${item.source}, ${formatDayShort(item.datedOn)}`,
          hint: findingText(item), // IS-10
        }))}
        defaults={{
          assessmentId: draft.id,
          factor,
          version: String(given?.version ?? 0),
          ...(given && { answer: given.answer, evidence: given.evidence, note: given.note ?? "" }),
        }}
      />
    </>
  );
}
