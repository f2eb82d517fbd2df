import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { RemoveForm } from "../../remove-form";
import { QuestionForm } from "./question-form";

export default async function QuestionPage({
  params,
}: PageProps<"/admin/forms/[id]/factors/[factor]">) {
  const { id, factor: wanted } = await params;
  const { name, sections, factors } = await load((ctx) => viewFramework(ctx, id));
  const factor = factors.find((one) => one.id === wanted);
  if (!factor) notFound();
  const neighbours = factors.filter(({ sectionId }) => sectionId === factor.sectionId);
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>{`Change a question: ${factor.name}`}</PageTitle>
      <PageHeading caption={name}>Change a question</PageHeading>
      <QuestionForm
        frameworkId={id}
        sections={sections.map((one) => ({ value: one.id, label: one.name }))}
        defaults={{
          factorId: factor.id,
          version: `${factor.version}`,
          sectionId: factor.sectionId,
          name: factor.name,
          guidance: factor.guidance ?? "",
          evidence: factor.evidence ?? "",
          ...(factor.partlyNeedsEvidence && { partlyNeedsEvidence: "yes" }),
          ...(factor.isHealth && { isHealth: "yes" }),
          position: `${neighbours.indexOf(factor) + 1}`,
        }}
      />
      <RemoveForm partId={factor.id} what="question" />
    </Main>
  );
}
