"use client";

import { type Options, toOptions } from "./options";
import { LabelledQuestion } from "./question";
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
  defaultValue,
  options,
  prompt = "Select an option",
  ...asked
}: Props) {
  const field = useField({ name, hint: asked.hint, defaultValue });
  return (
    <LabelledQuestion field={field} {...asked}>
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
    </LabelledQuestion>
  );
}
