import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { NameForm } from "./name-form";

export default async function NamePage({ params }: PageProps<"/admin/forms/[id]/name">) {
  const { id } = await params;
  const { name } = await load((ctx) => viewFramework(ctx, id));
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>Name of the assessment form</PageTitle>
      <PageHeading>Name of the assessment form</PageHeading>
      <NameForm frameworkId={id} name={name} />
    </Main>
  );
}
