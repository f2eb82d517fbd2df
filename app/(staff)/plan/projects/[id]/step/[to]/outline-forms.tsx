"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { StepFrame, type StepProps } from "@/components/projects/step-frame";
import { answerLabels } from "@/lib/projects/labels";
import { answerOutlineSchema, putOutlineSchema } from "@/lib/projects/schema";
import { answerOutline, putOutline } from "../../../actions";

export function OutlineForm(step: StepProps) {
  const form = useActionForm(putOutlineSchema, putOutline, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Put it to the group" {...StepFrame.form(step)}>
      <StepFrame {...step}>Put the outline to the steering group</StepFrame>
      <TextAreaField
        name="outline"
        label="Outline"
        hint="What is done, by whom, for how long, and how the group will know that it worked."
        rows={8}
      />
      <TextField name="group" label="Group it goes to" />
      <DateField name="outlineDay" legend="When does it go to the group?" legendSize="s" />
    </ActionForm>
  );
}

export function AnswerForm(step: StepProps) {
  const form = useActionForm(answerOutlineSchema, answerOutline, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Record answer" {...StepFrame.form(step)}>
      <StepFrame {...step}>Record the steering group’s answer</StepFrame>
      <RadioField
        name="answer"
        legend="What did the group answer?"
        legendSize="s"
        options={answerLabels}
      />
      <TextAreaField name="reasons" label="The group’s reasons" />
      <DateField name="answerDay" legend="When did it answer?" legendSize="s" />
    </ActionForm>
  );
}
