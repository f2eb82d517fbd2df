"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { codeSchema } from "@/lib/sessions/factor/schema";
import { confirmFactor } from "../actions";

export function SetUpForm({ next }: { next: string }) {
  const form = useActionForm(codeSchema, confirmFactor);
  return (
    <ActionForm form={form} submitLabel="Continue" hidden={{ next }}>
      <CodeField
        name="code"
        label="Code from your app"
        hint="The 6 digits that your app shows now."
      />
    </ActionForm>
  );
}
