"use client";

import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { benchmarkLabels } from "@/lib/plans/labels";

/** What shows something, and where anybody who may can find it. Never anything of a person. */
export function EvidenceFields() {
  return (
    <>
      <TextField
        name="title"
        label="What shows it?"
        hint="For example, minutes of the partnership meeting. Nothing that names a person."
      />
      <TextField
        name="place"
        label="Where is it kept?"
        hint="A folder, a register or a web address"
      />
      <DateField name="datedDay" legend="What is its date?" legendSize="s" />
      <SelectField
        name="benchmark"
        label="Part of the toolkit it speaks to"
        prompt="None"
        options={benchmarkLabels}
        optional
      />
    </>
  );
}
