import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { viewDraft } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";
import { SectionForm } from "./section-form";

export default async function SectionPage({
  params,
}: PageProps<"/cases/[ref]/assessment/sections/[section]">) {
  const { ref, section } = await params;
  const draft = await load((ctx) => viewDraft(ctx, ref));
  const asked = draft.framework.sections.find(({ code }) => code === section);
  if (!asked) notFound();
  const words = draft.judgement.sections?.[section];
  return (
    <>
      <PageTitle>{`A judgement on case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/assessment`}>Back to the assessment</BackLink>
      <SectionForm
        reference={ref}
        title={asked.name}
        guidance={asked.guidance}
        defaults={{
          assessmentId: draft.id,
          section,
          version: String(draft.version),
          ...(words && {
            judgement: words.judgement,
            confidence: words.confidence ?? "",
            gaps: words.gaps ?? "",
          }),
        }}
      />
    </>
  );
}
