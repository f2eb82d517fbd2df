import { notFound } from "next/navigation";

import { AnswerFields } from "@/components/assessments/answer-fields";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";

const example = [{ value: "example", label: "Fact from an organisation, with its source and day" }];

export default async function PreviewQuestionPage({
  params,
}: PageProps<"/admin/forms/[id]/preview/[factor]">) {
  const { id, factor } = await params;
  const { factors } = await load((ctx) => viewFramework(ctx, id));
  const asked = factors.find(({ code }) => code === factor);
  if (!asked) notFound();
  return (
    <Main back={<BackLink href={`/admin/forms/${id}/preview`}>Back to the preview</BackLink>}>
      <PageTitle>{`Preview of a question: ${asked.name}`}</PageTitle>
      <div className="app-reading">
        <AnswerFields caption="Preview" asked={asked} evidence={example} />
        <InsetText>This is a preview. Nothing you choose or write here is kept.</InsetText>
      </div>
    </Main>
  );
}
