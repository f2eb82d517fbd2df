"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { findPersonSchema } from "@/lib/people/schema";
import { startSearch } from "./actions";

/** Sent, never asked for by address: no name stands in one (IS-19). */
export function FindForm() {
  const form = useActionForm(findPersonSchema, startSearch);
  return (
    <ActionForm form={form} submitLabel="Find">
      <TextField name="name" label="Name" hint="Forenames, then surname" autoComplete="off" />
      <DateField name="dateOfBirth" legend="Date of birth" hint="For example, 27 3 2009" optional />
      <TextField
        name="approximateAge"
        label="Approximate age"
        inputMode="numeric"
        width={3}
        optional
      />
      <TextField name="postcode" label="Postcode" width={10} autoComplete="off" optional />
      <TextField name="place" label="School, college or employer" autoComplete="off" optional />
      <TextAreaField
        name="reason"
        label="Why are you searching?"
        hint="At least 10 characters. It is kept with the search."
        rows={3}
      />
    </ActionForm>
  );
}
