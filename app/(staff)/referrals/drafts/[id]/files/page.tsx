import { Button, ButtonGroup, LinkButton } from "@/components/form/button";
import { ErrorSummary } from "@/components/form/error-summary";
import { FileField } from "@/components/form/file-field";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { acceptedFiles, fileHint, problemLabels, scanLabels } from "@/lib/attachments/labels";
import { mostFiles, problemOf, sizeText } from "@/lib/attachments/rules";
import { viewFiles } from "@/lib/referrals/drafts/queries";
import { openDraft } from "../open-draft";
import { RemoveForm } from "./remove-form";

type Props = PageProps<"/referrals/drafts/[id]/files">;

export default async function FilesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { problem: code, done } = await searchParams;
  const problem = problemOf(code);
  const error = problem && problemLabels[problem];
  const { files } = await openDraft((ctx) => viewFiles(ctx, id));
  const here = `/referrals/drafts/${id}`;

  return (
    <Main back={<BackLink href={here}>Back to the list of pages</BackLink>} width="two-thirds">
      <PageTitle hasErrors={!!error}>Files</PageTitle>
      <ErrorSummary errors={error ? { file: [error] } : {}} />
      {done === "added" && !error && <Alert variant="success" title="File added" isAnnounced />}
      {done === "removed" && !error && <Alert variant="success" title="File removed" isAnnounced />}
      <PageHeading caption="Refer a concern">Files</PageHeading>
      <p className="govuk-body">
        Attach only what the gateway needs. Do not attach recordings from cameras or anything copied
        from somebody’s device. Where and when a picture was taken is removed from it.
      </p>
      <Table
        caption="Attached so far"
        columns={[
          { text: "File" },
          { text: "Size", numeric: true },
          { text: "Check for viruses" },
          { text: "Remove", isHidden: true },
        ]}
        rows={files.map(({ id: attachmentId, name, bytes, scan }) => ({
          key: attachmentId,
          cells: [
            name,
            sizeText(bytes),
            scanLabels[scan],
            <RemoveForm key="remove" draftId={id} attachmentId={attachmentId} name={name} />,
          ],
        }))}
        empty="No files are attached."
      />
      {files.length < mostFiles && (
        <form
          method="post"
          action={`/api/uploads?draft=${id}`}
          encType="multipart/form-data"
          noValidate
        >
          <FileField
            name="file"
            label="Add a file"
            labelSize="m"
            hint={`${fileHint} Up to 10 files.`}
            accept={acceptedFiles}
            error={error}
          />
          <Button variant="secondary">Add file</Button>
        </form>
      )}
      <ButtonGroup>
        <LinkButton href={here}>Go on with the referral</LinkButton>
      </ButtonGroup>
    </Main>
  );
}
