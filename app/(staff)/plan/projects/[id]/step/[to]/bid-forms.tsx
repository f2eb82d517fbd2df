"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { StepFrame, type StepProps } from "@/components/projects/step-frame";
import { decisionLabels } from "@/lib/projects/labels";
import { decideBidSchema, makeBidSchema } from "@/lib/projects/schema";
import { decideBid, makeBid } from "../../../actions";

export function BidForm(step: StepProps) {
  const form = useActionForm(makeBidSchema, makeBid, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Record bid" {...StepFrame.form(step)}>
      <StepFrame {...step}>Record the bid</StepFrame>
      <TextField name="funder" label="Funder" hint="For example, the Home Office" />
      <TextField
        name="amount"
        label="Amount of the bid"
        hint="Only those who may see money see it."
        prefix="£"
        inputMode="decimal"
        width={10}
      />
      <DateField name="bidDay" legend="When was the bid made?" legendSize="s" />
    </ActionForm>
  );
}

export function DecisionForm(step: StepProps) {
  const form = useActionForm(decideBidSchema, decideBid, { version: step.version });
  const { approved, refused } = decisionLabels;
  return (
    <ActionForm form={form} submitLabel="Record decision" {...StepFrame.form(step)}>
      <StepFrame {...step}>Record the funder’s decision</StepFrame>
      <RadioField
        name="decision"
        legend="What did the funder decide?"
        legendSize="s"
        options={[
          {
            value: "approved",
            label: approved,
            conditional: (
              <TextField
                name="awarded"
                label="Amount awarded"
                prefix="£"
                inputMode="decimal"
                width={10}
              />
            ),
          },
          { value: "refused", label: refused },
        ]}
      />
      <TextAreaField name="reasons" label="What the funder said" />
      <DateField name="decidedDay" legend="When did it decide?" legendSize="s" />
    </ActionForm>
  );
}
