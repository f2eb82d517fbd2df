"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { knowsLabels, relations, safetyLabels } from "@/lib/cases/around/labels";

/** What is asked of everybody around the person: no more than is needed to work with them. */
export function AroundFields() {
  return (
    <>
      <TextField name="name" label="Name" spellCheck={false} autoComplete="off" />
      <SelectField name="relation" label="Who are they to the person?" options={relations} />
      <CheckboxField
        name="livesWith"
        legend="Home"
        options={{ yes: "They live with the person" }}
        small
      />
      <TextField name="organisation" label="Organisation" optional />
      <TextField
        name="contact"
        label="How to reach them"
        hint="A telephone number or an email address"
        optional
      />
      <RadioField
        name="safeToContact"
        legend="Is it safe to contact them?"
        hint="Safe for the person, for them, and for whoever made the referral."
        options={safetyLabels}
      />
      <TextAreaField
        name="safetyNote"
        label="What to mind when contacting them, or why not to"
        rows={3}
        optional
      />
      <RadioField name="knows" legend="Do they know of the referral?" options={knowsLabels} />
    </>
  );
}
