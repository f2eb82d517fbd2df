"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { StepFrame, type StepProps } from "@/components/projects/step-frame";
import {
  closeProjectSchema,
  startEvaluationSchema,
  withdrawProjectSchema,
} from "@/lib/projects/schema";
import { closeProject, startEvaluation, withdrawProject } from "../../../actions";

export function EvaluationForm(step: StepProps) {
  const form = useActionForm(startEvaluationSchema, startEvaluation, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Start evaluation" {...StepFrame.form(step)}>
      <StepFrame {...step}>Start the evaluation</StepFrame>
      <TextAreaField
        name="method"
        label="How it is evaluated"
        hint="Who looks at what, and how that is compared with the targets."
        rows={5}
      />
    </ActionForm>
  );
}

export function CloseForm(step: StepProps) {
  const form = useActionForm(closeProjectSchema, closeProject, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Close project" {...StepFrame.form(step)}>
      <StepFrame {...step}>Close it with its lessons</StepFrame>
      <p className="govuk-body">
        Every period that is over has to have its return first. What is closed stays as it is.
      </p>
      <TextAreaField name="findings" label="What the evaluation found" rows={8} />
      <TextAreaField
        name="lessons"
        label="Lessons"
        hint="What the next project should know. They are listed with those of other projects."
        rows={5}
      />
    </ActionForm>
  );
}

export function WithdrawForm(step: StepProps) {
  const form = useActionForm(withdrawProjectSchema, withdrawProject, { version: step.version });
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw project"
      submitVariant="warning"
      {...StepFrame.form(step)}
    >
      <StepFrame {...step}>Withdraw this project</StepFrame>
      <p className="govuk-body">
        It stays in the list of what is over, with your reasons. This cannot be undone.
      </p>
      <TextAreaField name="reasons" label="Why is it withdrawn?" rows={5} />
    </ActionForm>
  );
}
