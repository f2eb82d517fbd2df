import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { AddQuestionForm } from "./add-question-form";

export default async function AddQuestionPage({
  params,
}: PageProps<"/admin/forms/[id]/sections/[section]/add">) {
  const { id, section: wanted } = await params;
  const { sections } = await load((ctx) => viewFramework(ctx, id));
  const section = sections.find((one) => one.id === wanted);
  if (!section) notFound();
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>{`Add a question to ${section.name}`}</PageTitle>
      <PageHeading caption={section.name}>Add a question</PageHeading>
      <AddQuestionForm frameworkId={id} sectionId={section.id} />
    </Main>
  );
}
