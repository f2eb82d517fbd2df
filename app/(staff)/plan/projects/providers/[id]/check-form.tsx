"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { checkKinds, checkResults } from "@/lib/projects/labels";
import { recordCheckSchema } from "@/lib/projects/schema";
import { recordCheck } from "../../actions";

export function CheckForm({ providerId }: { providerId: string }) {
  const form = useActionForm(recordCheckSchema, recordCheck);
  return (
    <ActionForm form={form} submitLabel="Record check" hidden={{ providerId }}>
      <RadioField
        name="kind"
        legend="What was checked?"
        legendSize="s"
        hint="Of the body, from what it has published and what it has given. Never of a person."
        options={checkKinds}
      />
      <RadioField name="result" legend="What was found?" legendSize="s" options={checkResults} />
      <TextField
        name="checkedBy"
        label="Post of whoever checked"
        hint="A post, and no name. For example, commissioning manager."
      />
      <DateField name="checkedDay" legend="When was it checked?" legendSize="s" />
      <DateField name="expiresDay" legend="When does it run out?" legendSize="s" />
      <TextAreaField
        name="note"
        label="What was looked at"
        hint="For example, its accounts or its policies. Name nobody."
      />
    </ActionForm>
  );
}
