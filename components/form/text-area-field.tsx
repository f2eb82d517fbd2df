"use client";

import { useState } from "react";
import { ErrorMessage, FormGroup, Hint, Label } from "./parts";
import type { FieldProps } from "./text-field";
import { single, useField } from "./use-field";

/** Several lines of text. Give `maxLength` only when there is a reason: it shows a count and never cuts. */
export function TextAreaField({
  name,
  label,
  hint,
  labelSize,
  isPageHeading,
  optional,
  defaultValue,
  rows = 5,
  maxLength,
}: FieldProps & { rows?: number; maxLength?: number }) {
  const field = useField({ name, hint, defaultValue });
  const { onChange, ...registered } = field.register(name);
  const [length, setLength] = useState<number>();
  const infoId = maxLength ? `${field.id}-info` : undefined;
  const classes = ["govuk-textarea"];
  if (field.error) classes.push("govuk-textarea--error");

  return (
    <FormGroup hasError={!!field.error} className={maxLength ? "govuk-character-count" : undefined}>
      <Label htmlFor={field.id} size={labelSize} isPageHeading={isPageHeading}>
        {label}
        {optional && " (optional)"}
      </Label>
      {hint && <Hint id={field.hintId}>{hint}</Hint>}
      {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
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
        defaultValue={single(field.initial)}
        aria-describedby={[infoId, field.describedBy].filter(Boolean).join(" ") || undefined}
      />
      {maxLength && (
        <CharacterCount
          id={infoId}
          left={length === undefined ? undefined : maxLength - length}
          maxLength={maxLength}
        />
      )}
    </FormGroup>
  );
}

type Count = { id?: string; left: number | undefined; maxLength: number };

function CharacterCount({ id, left, maxLength }: Count) {
  if (left === undefined) {
    return (
      <div id={id} className="govuk-hint govuk-character-count__message">
        You can enter up to {maxLength.toLocaleString("en-GB")} characters
      </div>
    );
  }
  const isOver = left < 0;
  const tone = isOver ? "govuk-error-message" : "govuk-hint";
  const count = Math.abs(left);
  return (
    <div
      id={id}
      role="status"
      className={`${tone} govuk-character-count__message govuk-character-count__status`}
    >
      You have {count.toLocaleString("en-GB")} {count === 1 ? "character" : "characters"}{" "}
      {isOver ? "too many" : "remaining"}
    </div>
  );
}
