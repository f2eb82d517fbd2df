import { SignedForms } from "@/components/consent/signed-forms";
import { Button } from "@/components/form/button";
import { ErrorSummary } from "@/components/form/error-summary";
import { FileField } from "@/components/form/file-field";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { acceptedFiles, fileHint, problemLabels } from "@/lib/attachments/labels";
import { problemOf } from "@/lib/attachments/rules";
import { doneLabels } from "@/lib/consent/labels";
import { viewConsentToAttach } from "@/lib/consent/signed/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/cases/[ref]/consent/signed/[consentId]">;

export default async function SignedFormPage({ params, searchParams }: Props) {
  const [{ ref, consentId }, query] = [await params, await searchParams];
  const problem = problemOf(query.problem);
  const consent = await load((ctx) => viewConsentToAttach(ctx, ref, consentId));
  const { reference, onDay, givenBy, forms } = consent;
  const error = problem && problemLabels[problem];
  return (
    <>
      <PageTitle hasErrors={!!error}>{`Signed consent form on ${reference}`}</PageTitle>
      <ErrorSummary errors={error ? { file: [error] } : {}} />
      {!error && <DoneAlert done={query.done} labels={doneLabels} />}
      <PageHeading caption={reference}>The signed consent form</PageHeading>
      <SummaryList
        rows={[
          { key: "Given on", value: <Time day={onDay} /> },
          { key: "Given by", value: givenBy ?? "Not recorded" },
          { key: "Files", value: <SignedForms forms={forms} reference={reference} /> },
        ]}
      />
      <form
        method="post"
        action={`/api/uploads?case=${reference}&consent=${consentId}`}
        encType="multipart/form-data"
        noValidate
      >
        <FileField
          name="file"
          label={forms.length === 0 ? "Add the form that was signed" : "Add another file"}
          labelSize="m"
          hint={`${fileHint} 10 files at most. Whoever may see this consent can see it.`}
          accept={acceptedFiles}
          {...(error && { error })}
        />
        <div className="govuk-button-group">
          <Button>Add file</Button>
          <Link href={`/cases/${reference}/consent`}>
            {forms.length === 0 ? "Add it later" : "Go back to consent"}
          </Link>
        </div>
      </form>
    </>
  );
}
