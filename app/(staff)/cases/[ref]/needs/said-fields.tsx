"use client";

import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { needCertaintyLabels } from "@/lib/cases/needs/labels";

/** What every need, strength or view says of itself. */
export function SaidFields() {
  return (
    <>
      <TextAreaField
        name="words"
        label="What is known?"
        hint="In the person’s or the family’s own words where it is their view."
        rows={5}
      />
      <RadioField
        name="certainty"
        legend="Is this known or suspected?"
        options={needCertaintyLabels}
        inline
      />
      <TextField
        name="source"
        label="Who says so, or where is it written?"
        hint="For example, their mother, or the school nurse’s letter"
      />
      <DateField name="asOf" legend="When was it said or seen?" />
    </>
  );
}
