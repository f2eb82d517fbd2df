"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addedItemKinds } from "@/lib/governance/labels";
import { addBoardItemSchema } from "@/lib/governance/schema";
import { addBoardItem } from "../../actions";

type Props = Record<"meetingId" | "caption", string>;

export function ItemForm({ meetingId, caption }: Props) {
  const form = useActionForm(addBoardItemSchema, addBoardItem);
  return (
    <ActionForm
      form={form}
      submitLabel="Add item"
      hidden={{ meetingId }}
      cancel={
        <Link href={`/meetings/governance/${meetingId}`}>Cancel and go back to the meeting</Link>
      }
    >
      <PageHeading caption={caption}>Add an item</PageHeading>
      <RadioField
        name="kind"
        legend="What kind of item is this?"
        legendSize="s"
        options={addedItemKinds}
      />
      <TextField name="title" label="Item" />
      <TextAreaField name="detail" label="What is asked of the body" rows={3} optional />
      <RadioField
        name="exempt"
        legend="Is this exempt from publication?"
        legendSize="s"
        hint="What is exempt is never shown to the public."
        options={{ no: "No", yes: "Yes" }}
      />
    </ActionForm>
  );
}
