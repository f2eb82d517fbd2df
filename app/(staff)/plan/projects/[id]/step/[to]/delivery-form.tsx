"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { StepFrame, type StepProps } from "@/components/projects/step-frame";
import { startDeliverySchema } from "@/lib/projects/schema";
import { startDelivery } from "../../../actions";

export function DeliveryForm(step: StepProps) {
  const form = useActionForm(startDeliverySchema, startDelivery, { version: step.version });
  return (
    <ActionForm form={form} submitLabel="Start delivery" {...StepFrame.form(step)}>
      <StepFrame {...step}>Start delivery</StepFrame>
      <p className="govuk-body">
        The provider’s due diligence has to be current, and there has to be a measure with a target.
        A return is asked for after each quarter.
      </p>
      <DateField name="startDay" legend="What is the first day?" legendSize="s" />
      <DateField name="endDay" legend="What is the last day?" legendSize="s" />
      <TextAreaField
        name="deliveryPlan"
        label="Delivery plan"
        hint="What happens when, where, and who leads it, by post."
        rows={8}
      />
      <TextAreaField
        name="safeguarding"
        label="Safeguarding"
        hint="How those who take part are kept safe, and where a concern about somebody goes."
        rows={5}
      />
    </ActionForm>
  );
}
