"use client";

import { useState } from "react";

import { CharacterCount } from "./character-count";
import { LabelledQuestion } from "./question";
import type { FieldProps } from "./text-field";
import { single, useField } from "./use-field";

/** Several lines of text. Give `maxLength` only when there is a reason: it shows a count and never cuts. */
export function TextAreaField({
  name,
  defaultValue,
  rows = 5,
  maxLength,
  ...asked
}: FieldProps & { rows?: number; maxLength?: number }) {
  const field = useField({ name, hint: asked.hint, defaultValue });
  const { onChange, ...registered } = field.register(name);
  const initial = single(field.initial);
  const [length, setLength] = useState(initial?.length ?? 0);
  const infoId = maxLength ? `${field.id}-info` : undefined;
  const classes = ["govuk-textarea"];
  if (field.error) classes.push("govuk-textarea--error");

  return (
    <LabelledQuestion
      field={field}
      className={maxLength ? "govuk-character-count" : undefined}
      {...asked}
    >
      <textarea
        {...registered}
        onChange={(event) => {
          if (maxLength) setLength(event.target.value.length);
          void onChange?.(event);
        }}
        className={classes.join(" ")}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={initial}
        aria-describedby={[infoId, field.describedBy].filter(Boolean).join(" ") || undefined}
      />
      {infoId && maxLength && <CharacterCount id={infoId} length={length} maxLength={maxLength} />}
    </LabelledQuestion>
  );
}
