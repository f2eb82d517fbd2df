"use client";

import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { postStates } from "@/lib/funding/labels";

/** What a post says of itself. There is no field for whoever holds it. */
export const PostFields = () => (
  <>
    <TextField name="title" label="Post" hint="For example, Prevent education officer" />
    <RadioField name="state" legend="Is it filled?" legendSize="s" options={postStates} />
    <DateField name="fromDay" legend="From when?" legendSize="s" />
    <DateField
      name="toDay"
      legend="Until when?"
      legendSize="s"
      hint="Leave it empty if no end is set."
      optional
    />
    <TextField name="cost" label="Cost for the year" prefix="£" inputMode="decimal" width={10} />
    <TextAreaField name="note" label="Note (optional)" rows={3} />
  </>
);
