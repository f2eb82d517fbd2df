"use client";

import type { ReactNode } from "react";

import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import {
  benchmarkLabels,
  evidenceBasisLabels,
  type Objective,
  objectiveLabels,
  priorityLabels,
  workstreamLabels,
} from "@/lib/plans/labels";

export type Choices = {
  themes: { id: string; title: string }[];
  objectives: readonly Objective[];
  organisations: { id: string; name: string }[];
  /** The areas of a plan for several. */
  areas: { id: string; name: string }[];
};

/** What a plan action says of itself. The due date is asked when it is new, and extended afterwards. */
export function PlanActionFields({
  themes,
  objectives,
  organisations,
  areas,
  due,
}: Choices & { due?: ReactNode }) {
  const named = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <h2 className="govuk-heading-m">What will be done</h2>
      <TextField
        name="reference"
        label="Reference"
        hint="How the partnership speaks of it, for example 3.2"
        width={10}
      />
      <TextAreaField name="text" label="Action" rows={3} />
      <SelectField
        name="themeId"
        label="Theme"
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <RadioField
        name="objective"
        legend="National objective"
        legendSize="s"
        options={objectives.map((code) => ({ value: code, label: objectiveLabels[code] }))}
      />
      <RadioField
        name="workstream"
        legend="Workstream"
        legendSize="s"
        hint="Only Prevent actions are counted as Prevent work."
        options={workstreamLabels}
      />
      <RadioField
        name="evidenceBasis"
        legend="What local evidence is there?"
        legendSize="s"
        options={evidenceBasisLabels}
      />
      <TextAreaField
        name="proportionality"
        label="Why this is proportionate"
        hint="Say why it is needed here, and why nothing less would do."
        rows={4}
      />
      <TextAreaField
        name="cohesionImpact"
        label="Effect on cohesion"
        hint="Say how it could help or harm trust between communities. Whoever approves the plan reads this."
        rows={4}
      />
      <CheckboxField
        name="benchmarks"
        legend="Parts of the toolkit it serves"
        legendSize="s"
        options={benchmarkLabels}
        optional
        small
      />
      <h2 className="govuk-heading-m">Who does it, and when</h2>
      {areas.length > 1 && (
        <CheckboxField
          name="forAreas"
          legend="Which areas is it for?"
          legendSize="s"
          hint="Tick none if it is for all of them."
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          optional
          small
        />
      )}
      <SelectField name="ownerOrganisationId" label="Organisation that leads" options={named} />
      <TextField
        name="ownerRole"
        label="Post of the owner"
        hint="A post, so that the action outlives whoever holds it. For example, head of safeguarding."
      />
      <CheckboxField
        name="contributorIds"
        legend="Organisations who contribute"
        legendSize="s"
        options={named}
        optional
        small
      />
      <DateField name="startDay" legend="When does it start?" legendSize="s" />
      {due}
      <RadioField
        name="priority"
        legend="Priority"
        legendSize="s"
        options={priorityLabels}
        inline
      />
    </>
  );
}
