"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { answerCriterionSchema } from "@/lib/benchmarks/schema";
import type { FormValues } from "@/lib/form-state";
import { answerCriterion } from "../../../actions";

type Props = {
  assessmentId: string;
  criterion: string;
  levels: Readonly<Record<number, string>>;
  owners: readonly { id: string; name: string }[];
  values: FormValues;
};

export function AnswerForm({ assessmentId, criterion, levels, owners, values }: Props) {
  const form = useActionForm(answerCriterionSchema, answerCriterion, values);
  return (
    <ActionForm form={form} submitLabel="Save answer" hidden={{ assessmentId, criterion }}>
      <h2 className="govuk-heading-m">Your answer</h2>
      <RadioField
        name="level"
        legend="Which level is it?"
        legendSize="s"
        options={Object.entries(levels).map(([value, label]) => ({ value, label }))}
      />
      <TextAreaField
        name="answer"
        label="Why it is this level"
        hint="Name no person. A level of 3 or more needs evidence before it is submitted."
      />
      <SelectField
        name="ownerOrganisationId"
        label="Organisation that owns it"
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="ownerRole"
        label="Post of the owner"
        hint="A post, so that it outlives whoever holds it."
      />
    </ActionForm>
  );
}
