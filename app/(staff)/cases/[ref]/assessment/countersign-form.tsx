"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { countersignSchema } from "@/lib/assessments/schema";
import { countersignAssessment } from "./actions";

export function CountersignForm({ assessmentId }: { assessmentId: string }) {
  const form = useActionForm(countersignSchema, countersignAssessment, { assessmentId });
  return (
    <div className="app-reading">
      <ActionForm form={form} hidden={{ assessmentId }} submitLabel="Countersign this assessment">
        <h2 className="govuk-heading-m">Second reader</h2>
        <p className="govuk-body">
          By countersigning you say that you have read this, and that the judgement follows from the
          evidence.
        </p>
        <TextAreaField name="comment" label="Comment" optional rows={3} />
      </ActionForm>
    </div>
  );
}
