"use client";

import type { InputHTMLAttributes } from "react";

import { LabelledQuestion, type LabelProps } from "./question";
import { single, useField } from "./use-field";

export type FieldProps = LabelProps & { name: string; defaultValue?: string };

type Props = FieldProps & {
  /** In characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  prefix?: string;
  suffix?: string;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "type" | "autoComplete" | "inputMode" | "spellCheck" | "autoCapitalize"
  >;

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  labelSize,
  isPageHeading,
  optional,
  defaultValue,
  width,
  prefix,
  suffix,
  type = "text",
  ...attributes
}: Props) {
  const field = useField({ name, hint, defaultValue });
  const classes = ["govuk-input"];
  if (width) classes.push(`govuk-input--width-${width}`);
  if (field.error) classes.push("govuk-input--error");
  const input = (
    <input
      {...field.register(name)}
      className={classes.join(" ")}
      id={field.id}
      name={name}
      type={type}
      defaultValue={single(field.initial)}
      aria-describedby={field.describedBy}
      {...attributes}
    />
  );
  return (
    <LabelledQuestion field={field} {...{ label, hint, labelSize, isPageHeading, optional }}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </LabelledQuestion>
  );
}

export function EmailField(props: FieldProps & { autoComplete?: string }) {
  return (
    <TextField
      type="email"
      autoComplete="email"
      spellCheck={false}
      autoCapitalize="none"
      {...props}
    />
  );
}

/** A code from an app or a message. Paste and the phone's own suggestion work. */
export function CodeField(props: FieldProps) {
  return (
    <TextField
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      width={10}
      {...props}
    />
  );
}
