import { Button } from "@/components/form/button";
import { FileField } from "@/components/form/file-field";
import { SelectField } from "@/components/form/select-field";
import { acceptedFiles, type FileProblem, fileHint, problemLabels } from "@/lib/attachments/labels";
import { laterReasons } from "@/lib/documents/labels";

type Props = { action: string; isFirst: boolean; problem: FileProblem | undefined };

/** A plain form: a file goes in by its own door. The reason is a choice, so that nothing typed is lost with a file. */
export function UploadForm({ action, isFirst, problem }: Props) {
  const isAboutFile = problem && problem !== "no_reason";
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <FileField
        name="file"
        label={isFirst ? "Add the file" : "Replace it with another version"}
        labelSize="m"
        hint={`${fileHint} Where and when a picture was taken is removed from it.`}
        accept={acceptedFiles}
        {...(isAboutFile && { error: problemLabels[problem] })}
      />
      {!isFirst && (
        <SelectField name="why" label="Why is there another version?" options={laterReasons} />
      )}
      <Button variant="secondary">Add file</Button>
    </form>
  );
}
