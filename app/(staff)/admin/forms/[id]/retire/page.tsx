import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewFramework } from "@/lib/assessments/frameworks/queries";
import { load } from "@/lib/request/load";
import { RetireForm } from "./retire-form";

export default async function RetirePage({ params }: PageProps<"/admin/forms/[id]/retire">) {
  const { id } = await params;
  const { name, version, status } = await load((ctx) => viewFramework(ctx, id));
  const isDraft = status === "draft";
  return (
    <Main back={<BackLink href={`/admin/forms/${id}`}>Back to the form</BackLink>}>
      <PageTitle>Retire an assessment form</PageTitle>
      <PageHeading caption={`${name}, version ${version}`}>
        {isDraft ? "Give this draft up" : "Retire this version"}
      </PageHeading>
      <p className="govuk-body app-reading">
        {isDraft
          ? "It was never published, so no assessment was made with it. It can be read, and never published."
          : "No new assessment can be made with it. What was assessed with it stays as it is, in the same words."}
      </p>
      <RetireForm frameworkId={id} isDraft={isDraft} />
    </Main>
  );
}
