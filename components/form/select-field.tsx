"use client";

import { type Options, toOptions } from "./options";
import { ErrorMessage, FormGroup, Hint, Label } from "./parts";
import type { FieldProps } from "./text-field";
import { single, useField } from "./use-field";

type Props = FieldProps & {
  options: Options;
  /** The first, empty line, since nothing is chosen for anybody. Null when the list has its own. */
  prompt?: string | null;
};

/** One of many. For fewer than about seven, ask with RadioField. */
export function SelectField({
  name,
  label,
  hint,
  labelSize,
  isPageHeading,
  optional,
  defaultValue,
  options,
  prompt = "Select an option",
}: Props) {
  const field = useField({ name, hint, defaultValue });
  return (
    <FormGroup hasError={!!field.error}>
      <Label htmlFor={field.id} size={labelSize} isPageHeading={isPageHeading}>
        {label}
        {optional && " (optional)"}
      </Label>
      {hint && <Hint id={field.hintId}>{hint}</Hint>}
      {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
      <select
        key={field.attempt}
        {...field.register(name)}
        className={field.error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={field.id}
        name={name}
        defaultValue={single(field.initial)}
        aria-describedby={field.describedBy}
      >
        {prompt !== null && <option value="">{prompt}</option>}
        {toOptions(options).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
