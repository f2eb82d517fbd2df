"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { recoveryCodeSchema } from "@/lib/sessions/factor/schema";
import { enterRecoveryCode } from "../actions";

export function RecoveryCodeForm({ next }: { next: string }) {
  const form = useActionForm(recoveryCodeSchema, enterRecoveryCode);
  return (
    <ActionForm form={form} submitLabel="Continue" hidden={{ next }}>
      <PageHeading>Use a recovery code</PageHeading>
      <TextField
        name="recoveryCode"
        label="Recovery code"
        hint="One of the ten codes you kept when you set up your app. Each works once."
        width={20}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActionForm>
  );
}
