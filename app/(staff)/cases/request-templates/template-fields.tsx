"use client";

import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { lawfulBasisLabels } from "@/lib/information/labels";

/** What a starting text says. Whoever asks by it chooses the lawful basis and the day again (IS-02). */
export function TemplateFields() {
  return (
    <>
      <TextField name="name" label="Name" hint="For example, School attendance and friendships" />
      <TextAreaField
        name="question"
        label="Question to start from"
        hint="It is the same for every case, so do not name anybody."
        rows={8}
      />
      <SelectField
        name="lawfulBasis"
        label="Lawful basis it suggests"
        options={lawfulBasisLabels}
      />
      <TextField name="days" label="Working days to answer in" inputMode="numeric" width={2} />
    </>
  );
}
