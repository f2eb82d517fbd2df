"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { addMaterialSchema } from "@/lib/training/schema";
import { addMaterial } from "../../actions";

export function MaterialForm({ sessionId }: { sessionId: string }) {
  const form = useActionForm(addMaterialSchema, addMaterial);
  return (
    <ActionForm form={form} submitLabel="Add material" hidden={{ sessionId }}>
      <h3 className="govuk-heading-s">Add material</h3>
      <TextField name="title" label="Title of the material" />
      <TextField
        name="link"
        label="Link to where it is kept"
        hint="Begins with https://"
        type="url"
        optional
      />
      <TextAreaField name="bodyText" label="Or its text" rows={5} optional />
    </ActionForm>
  );
}
