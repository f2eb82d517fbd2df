"use client";

import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { codeSchema } from "@/lib/sessions/factor/schema";
import { enterCode } from "../actions";

export function CodeForm({ next }: { next: string }) {
  const form = useActionForm(codeSchema, enterCode);
  return (
    <ActionForm form={form} submitLabel="Continue" hidden={{ next }}>
      <PageHeading>Enter your code</PageHeading>
      <CodeField
        name="code"
        label="Code from your app"
        hint="The 6 digits that your app shows for Prevent Casebook. They change every 30 seconds."
      />
    </ActionForm>
  );
}
