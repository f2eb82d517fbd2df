"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { bodyKinds, frequencyLabels, powerLabels } from "@/lib/governance/labels";

export type Choices = readonly { value: string; label: string }[];

/** What a body is, where it hangs and what it may do. */
export function BodyFields({ parents }: { parents: Choices }) {
  return (
    <>
      <TextField name="name" label="Name" />
      <SelectField name="kind" label="Kind of body" options={bodyKinds} />
      <TextAreaField name="purpose" label="What it is for" rows={3} />
      <SelectField
        name="parentId"
        label="Body above it"
        optional
        options={parents}
        prompt="No body is above it"
      />
      <CheckboxField
        name="powers"
        legend="What may it do?"
        legendSize="s"
        options={powerLabels}
        small
        optional
      />
      <RadioField
        name="frequency"
        legend="How often does it meet?"
        legendSize="s"
        options={frequencyLabels}
      />
    </>
  );
}
