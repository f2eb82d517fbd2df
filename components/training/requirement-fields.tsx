"use client";

import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";

type Props = { actions: readonly { id: string; name: string }[] };

export const asOptions = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name.slice(0, 100) }));

/** How many of the group at least, and what is to bring it about. */
export function RequirementFields({ actions }: Props) {
  return (
    <>
      <TextField
        name="target"
        label="Target"
        hint="Leave it empty for what the area aims at."
        suffix="%"
        width={3}
        inputMode="numeric"
        optional
      />
      <SelectField
        name="actionId"
        label="Action of the plan that brings it about"
        options={asOptions(actions)}
        prompt="No action"
        optional
      />
    </>
  );
}
