import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { AddSectionForm } from "./add-section-form";

export default async function AddSectionPage({
  params,
}: PageProps<"/admin/forms/[id]/sections/add">) {
  const { id } = await params;
  const { name } = await load((ctx) => viewFramework(ctx, id));
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>Add a section</PageTitle>
      <PageHeading caption={name}>Add a section</PageHeading>
      <AddSectionForm frameworkId={id} />
    </Main>
  );
}
