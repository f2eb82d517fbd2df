import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { RemoveForm } from "../../remove-form";
import { SectionForm } from "./section-form";

export default async function SectionPage({
  params,
}: PageProps<"/admin/forms/[id]/sections/[section]">) {
  const { id, section: wanted } = await params;
  const { name, sections } = await load((ctx) => viewFramework(ctx, id));
  const at = sections.findIndex((one) => one.id === wanted);
  const section = sections[at];
  if (!section) notFound();
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>{`Change a section: ${section.name}`}</PageTitle>
      <PageHeading caption={name}>{section.name}</PageHeading>
      <SectionForm
        frameworkId={id}
        defaults={{
          sectionId: section.id,
          version: `${section.version}`,
          name: section.name,
          guidance: section.guidance ?? "",
          position: `${at + 1}`,
        }}
        of={sections.length}
      />
      <RemoveForm partId={section.id} what="section" />
    </Main>
  );
}
