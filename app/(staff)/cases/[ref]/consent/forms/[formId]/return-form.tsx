"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { returnFormSchema } from "@/lib/consent/schema";
import { returnForm } from "./actions";

export function ReturnFormForm({ formId, reference }: { formId: string; reference: string }) {
  const form = useActionForm(returnFormSchema, returnForm);
  return (
    <ActionForm
      form={form}
      submitLabel="Hand it back to the mentor"
      submitVariant="secondary"
      hidden={{ formId }}
      cancel={<Link href={`/cases/${reference}/consent`}>Leave it for now</Link>}
    >
      <h2 className="govuk-heading-m">Or hand it back</h2>
      <TextAreaField
        name="returnReason"
        label="What has to be put right?"
        hint="The mentor reads this."
        rows={3}
      />
    </ActionForm>
  );
}
