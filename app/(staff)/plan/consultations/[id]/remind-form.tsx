"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { remindContributorsSchema } from "@/lib/consultations/schema";
import { remindContributors } from "../actions";

export function RemindForm({ consultationId }: { consultationId: string }) {
  const form = useActionForm(remindContributorsSchema, remindContributors);
  return (
    <ActionForm
      form={form}
      submitLabel="Remind those who have not contributed"
      submitVariant="secondary"
      hidden={{ consultationId }}
    />
  );
}
