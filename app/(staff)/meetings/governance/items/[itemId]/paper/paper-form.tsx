"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { paperMarkings } from "@/lib/governance/labels";
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
      <TextField
        name="link"
        label="Link to where it is kept"
        hint="Give either a link or the text of the paper."
        type="url"
        optional
      />
      <TextAreaField name="bodyText" label="Or its text" rows={10} optional />
    </ActionForm>
  );
}
