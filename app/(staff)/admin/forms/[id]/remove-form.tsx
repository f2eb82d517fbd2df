"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { removePartSchema } from "@/lib/assessments/frameworks/schema";
import { removePart } from "../actions";

export function RemoveForm({ partId, what }: { partId: string; what: "section" | "question" }) {
  const form = useActionForm(removePartSchema, removePart, { partId });
  return (
    <ActionForm
      form={form}
      hidden={{ partId }}
      submitLabel={`Remove this ${what}`}
      submitVariant="warning"
    >
      <h2 className="govuk-heading-m">Remove this {what}</h2>
      <CheckboxField name="isSure" label={`Remove this ${what} from the draft`} />
    </ActionForm>
  );
}
