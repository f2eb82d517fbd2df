import { BackLink } from "@/components/layout/back-link";
import { PageTitle } from "@/components/ui/page-title";
import { mandatoryBlocks } from "@/lib/assessments/labels";
import { viewDraft } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";
import { WordsForm } from "./words-form";

export default async function WordsPage({ params }: PageProps<"/cases/[ref]/assessment/words">) {
  const { ref } = await params;
  const draft = await load((ctx) => viewDraft(ctx, ref));
  const written = Object.keys(mandatoryBlocks).map((block) => [
    block,
    draft.judgement[block as keyof typeof mandatoryBlocks] ?? "",
  ]);
  return (
    <>
      <PageTitle>{`The whole picture of case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/assessment`}>Back to the assessment</BackLink>
      <WordsForm
        reference={ref}
        assessmentId={draft.id}
        version={String(draft.version)}
        written={Object.fromEntries(written)}
      />
    </>
  );
}
