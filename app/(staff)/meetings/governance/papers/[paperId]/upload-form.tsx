import { Button } from "@/components/form/button";
import { FileField } from "@/components/form/file-field";
import { acceptedFiles, type FileProblem, fileHint, problemLabels } from "@/lib/attachments/labels";

type Props = { action: string; problem: FileProblem | undefined };

/** A plain form: a file goes in by its own door, and nothing else is typed beside it. */
export function UploadForm({ action, problem }: Props) {
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <FileField
        name="file"
        label="Add the file"
        labelSize="m"
        hint={`${fileHint} Where and when a picture was taken is removed from it.`}
        accept={acceptedFiles}
        {...(problem && { error: problemLabels[problem] })}
      />
      <Button>Add file</Button>
    </form>
  );
}
