"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { planDecisionLabels } from "@/lib/plans/approval/labels";
import { decidePlanSchema } from "@/lib/plans/approval/schema";
import { decidePlan } from "../actions";

type Props = Record<"planId" | "title" | "body", string>;

export function DecideForm({ planId, title, body }: Props) {
  const form = useActionForm(decidePlanSchema, decidePlan);
  const decision = useWatch({ control: form.control, name: "decision" });
  return (
    <ActionForm
      form={form}
      submitLabel="Record the decision"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/approval?plan=${planId}`}>Cancel and go back to the approval</Link>
      }
    >
      <PageHeading caption={title}>Record what the group decided</PageHeading>
      <p className="govuk-body">
        The plan was put to {body}. What is approved is kept as it is now, and takes the place of
        the version before. This cannot be undone.
      </p>
      <RadioField
        name="decision"
        legend="What did the group decide?"
        options={planDecisionLabels}
      />
      {(decision === "approved_with_conditions" || decision === "returned") && (
        <TextAreaField
          name="conditions"
          label={
            decision === "returned" ? "What does the group ask for?" : "What are the conditions?"
          }
          rows={4}
        />
      )}
      <DateField name="decidedDay" legend="When did it decide?" />
    </ActionForm>
  );
}
