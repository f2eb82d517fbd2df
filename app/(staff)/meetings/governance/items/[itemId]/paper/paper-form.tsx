"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { paperForms, paperMarkings } from "@/lib/governance/labels";
import { addBoardPaperSchema } from "@/lib/governance/schema";
import { addBoardPaper } from "../../../actions";

type Props = Record<"itemId" | "caption", string>;

export function PaperForm({ itemId, caption }: Props) {
  const form = useActionForm(addBoardPaperSchema, addBoardPaper);
  return (
    <ActionForm
      form={form}
      submitLabel="Add paper"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Add a paper</PageHeading>
      <TextField name="title" label="Title" />
      <RadioField
        name="marking"
        legend="How is it marked?"
        legendSize="s"
        options={paperMarkings}
      />
      <RadioField
        name="form"
        legend="What is the paper?"
        legendSize="s"
        options={[
          { value: "file", label: paperForms.file, hint: "The next page asks for it." },
          {
            value: "link",
            label: paperForms.link,
            conditional: <TextField name="link" label="Link" type="url" />,
          },
          {
            value: "text",
            label: paperForms.text,
            conditional: <TextAreaField name="bodyText" label="Text" rows={10} />,
          },
        ]}
      />
    </ActionForm>
  );
}
