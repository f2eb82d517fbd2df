"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { addNeedSchema, endNeedSchema } from "@/lib/support/needs/schema";
import { addNeed, endNeed } from "./actions";

export function NeedForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(addNeedSchema, addNeed);
  return (
    <ActionForm
      form={form}
      submitLabel="Add this need"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Back to the support plan</Link>}
    >
      <h2 className="govuk-heading-m">Add a need</h2>
      <TextAreaField name="need" label="What does the person need?" rows={2} />
      <TextAreaField name="objective" label="What is the plan to reach?" rows={2} />
      <TextField name="measure" label="How will we know that it is reached?" />
    </ActionForm>
  );
}

export function EndNeedForm({ needId, version }: { needId: string; version: string }) {
  const form = useActionForm(endNeedSchema, endNeed, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Take this out of the next version"
      submitVariant="secondary"
      hidden={{ needId }}
    />
  );
}
