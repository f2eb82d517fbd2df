"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { submitAssessmentSchema } from "@/lib/benchmarks/schema";
import { submitBenchmarks } from "../../actions";

type Props = Record<"assessmentId" | "title" | "version", string>;

export function SubmitForm({ assessmentId, title, version }: Props) {
  const form = useActionForm(submitAssessmentSchema, submitBenchmarks, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Submit"
      hidden={{ assessmentId }}
      cancel={<Link href={`/plan/assessments/${assessmentId}`}>Cancel and go back</Link>}
    >
      <PageHeading caption={title}>Submit the self-assessment</PageHeading>
      <p className="govuk-body">
        From then on it stays as it is: levels, answers, evidence, challenges and figures. Low
        levels can still become actions of the plan, and the receipt can be recorded.
      </p>
      <TextAreaField
        name="statement"
        label="Statement"
        hint="Which group or post agreed it, and what follows from it."
      />
      <CheckboxField name="isFinal" label="Nothing is to be changed any more" />
    </ActionForm>
  );
}
