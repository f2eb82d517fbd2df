"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import { raiseConcernSchema } from "@/lib/support/sessions/schema";
import { raiseConcern } from "./actions";

export function RaiseForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(raiseConcernSchema, raiseConcern);
  return (
    <ActionForm
      form={form}
      submitLabel="Tell the coordinator and the chair"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support/sessions`}>Cancel and tell nobody</Link>}
    >
      <PageHeading caption={reference}>Raise a concern</PageHeading>
      <WarningText>If anybody is in immediate danger, call 999 first.</WarningText>
      <TextAreaField
        name="what"
        label="What did you see or hear?"
        hint="Keep what was said apart from what you think of it. Nothing from an intelligence service."
      />
      <RadioField
        name="isAnyoneAtRisk"
        legend="Is anybody at risk of harm?"
        options={{ yes: "Yes", no: "No" }}
        inline
      />
    </ActionForm>
  );
}
