"use client";

import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { Choices } from "@/components/governance/body-fields";

/** Until when somebody sits, and who comes when they cannot. */
export function TermFields({ hats }: { hats: Choices }) {
  return (
    <>
      <DateField
        name="untilDay"
        legend="Last day of the term"
        legendSize="s"
        hint="Leave this empty while it has no end."
        optional
      />
      <SelectField
        name="deputyHatId"
        label="Deputy, if they have an account here"
        optional
        options={hats}
        prompt="Nobody with an account here"
      />
      <TextField name="deputyName" label="Name of a deputy without an account" optional />
    </>
  );
}
