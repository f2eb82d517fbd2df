"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ReturnFields } from "@/components/projects/return-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { correctReturnSchema } from "@/lib/projects/schema";
import { correctReturn } from "../../../actions";

type Props = Record<"returnId" | "projectId" | "reference" | "caption" | "period", string> & {
  values: FormValues;
};

export function CorrectForm({ returnId, projectId, reference, caption, period, values }: Props) {
  const form = useActionForm(correctReturnSchema, correctReturn, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Correct return"
      hidden={{ returnId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={caption}>Correct the return</PageHeading>
      <p className="govuk-body">{period}</p>
      <p className="govuk-body">
        What it says now is kept, and is shown with who wrote it, when, and why it was corrected.
      </p>
      <ReturnFields />
      <TextAreaField name="reasons" label="What was wrong with it?" rows={3} />
    </ActionForm>
  );
}
