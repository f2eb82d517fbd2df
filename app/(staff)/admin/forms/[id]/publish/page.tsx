import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { PublishForm } from "./publish-form";

export default async function PublishPage({ params }: PageProps<"/admin/forms/[id]/publish">) {
  const { id } = await params;
  const { name, version } = await load((ctx) => viewFramework(ctx, id));
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>Publish an assessment form</PageTitle>
      <PageHeading caption={`${name}, version ${version}`}>Publish this version</PageHeading>
      <p className="govuk-body app-reading">
        New assessments are made with it from now on. It can never be changed after this: a change
        is a new version. Assessments that are being written go on with the version they were begun
        with.
      </p>
      <PublishForm frameworkId={id} />
    </Main>
  );
}
