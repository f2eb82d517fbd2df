import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewDraft } from "@/lib/assessments/queries";
import { load } from "@/lib/request/load";
import { FinishForm } from "./finish-form";

export default async function FinishPage({ params }: PageProps<"/cases/[ref]/assessment/finish">) {
  const { ref } = await params;
  const draft = await load((ctx) => viewDraft(ctx, ref));
  return (
    <>
      <PageTitle>{`Complete the assessment of case ${ref}`}</PageTitle>
      <BackLink href={`/cases/${ref}/assessment`}>Back to the assessment</BackLink>
      <FinishForm reference={ref} assessmentId={draft.id}>
        <PageHeading caption={ref}>Complete the assessment</PageHeading>
        <p className="govuk-body">
          Version {draft.number} cannot be changed after this. A second reader, who is somebody
          else, is asked to read and countersign it before the panel sees the case. The next
          assessment is due in three months, or sooner if something changes.
        </p>
      </FinishForm>
    </>
  );
}
