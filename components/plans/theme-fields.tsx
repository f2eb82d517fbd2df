"use client";

import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { type DutyTheme, dutyThemeLabels } from "@/lib/plans/labels";

/** A theme, and the part of the duty that it answers to. */
export function ThemeFields({ dutyThemes }: { dutyThemes: readonly DutyTheme[] }) {
  return (
    <>
      <TextField name="title" label="Name of the theme" />
      <RadioField
        name="dutyTheme"
        legend="Which part of the duty does it answer to?"
        legendSize="s"
        options={dutyThemes.map((code) => ({ value: code, label: dutyThemeLabels[code] }))}
      />
    </>
  );
}
