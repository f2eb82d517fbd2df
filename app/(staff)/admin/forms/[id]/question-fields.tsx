"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";

/** What a question is made of. */
export function QuestionFields() {
  return (
    <>
      <TextAreaField
        name="name"
        label="Question"
        labelSize="s"
        hint="Something that can be present, partly present or not present"
        rows={2}
      />
      <TextAreaField
        name="guidance"
        label="Guidance for the assessor"
        labelSize="s"
        optional
        rows={4}
      />
      <TextAreaField
        name="evidence"
        label="What it needs to rest on"
        labelSize="s"
        hint="Present always needs at least one piece of information on the case"
        optional
        rows={3}
      />
      <CheckboxField
        name="partlyNeedsEvidence"
        label="Partly present needs at least one piece of information too"
      />
      <CheckboxField
        name="isHealth"
        label="This is about mental health or neurodiversity"
        hint="It is then shown as a need, and the assessor is asked to involve health"
      />
    </>
  );
}
