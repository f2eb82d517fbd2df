"use client";

import type { ReactNode } from "react";

import { Conditional } from "./conditional";
import { type Option, type Options, optionId, toOptions } from "./options";
import { ErrorMessage, Fieldset, FormGroup, Hint, type Size } from "./parts";
import { single, useField } from "./use-field";

type Props = {
  name: string;
  legend: ReactNode;
  options: Options;
  hint?: ReactNode;
  legendSize?: Size;
  isPageHeading?: boolean;
  optional?: boolean;
  /** Two short answers side by side. */
  inline?: boolean;
  small?: boolean;
  /** The answer that stands apart, under "or": usually "None of these". */
  lastAfterOr?: boolean;
  defaultValue?: string;
};

/** One of a few. Nothing is chosen beforehand. */
export function RadioField({
  name,
  legend,
  options,
  hint,
  legendSize,
  isPageHeading,
  optional,
  inline,
  small,
  lastAfterOr,
  defaultValue,
}: Props) {
  const field = useField({ name, hint, defaultValue });
  const classes = ["govuk-radios"];
  if (inline) classes.push("govuk-radios--inline");
  if (small) classes.push("govuk-radios--small");
  const list = toOptions(options);
  const isAfterOr = (index: number) => lastAfterOr && index === list.length - 1;
  const idOf = (index: number) => optionId(field.id, index, isAfterOr(index));

  const radio = (option: Option, index: number) => {
    const id = idOf(index);
    const hintId = option.hint ? `${id}-item-hint` : undefined;
    const conditionalId = `conditional-${id}`;
    return (
      <div key={option.value} className="govuk-radios__item">
        <input
          {...field.register(name)}
          className="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={option.value}
          defaultChecked={single(field.initial) === option.value}
          aria-describedby={hintId}
          aria-controls={option.conditional ? conditionalId : undefined}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {option.label}
        </label>
        {option.hint && (
          <div id={hintId} className="govuk-hint govuk-radios__hint">
            {option.hint}
          </div>
        )}
      </div>
    );
  };

  const conditional = (option: Option, index: number) =>
    option.conditional && (
      <Conditional
        key={`${option.value}-conditional`}
        kind="radios"
        name={name}
        value={option.value}
        id={`conditional-${idOf(index)}`}
      >
        {option.conditional}
      </Conditional>
    );

  return (
    <FormGroup hasError={!!field.error}>
      <Fieldset
        legend={optional ? <>{legend} (optional)</> : legend}
        size={legendSize}
        isPageHeading={isPageHeading}
        describedBy={field.describedBy}
      >
        {hint && <Hint id={field.hintId}>{hint}</Hint>}
        {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
        <div className={classes.join(" ")}>
          {list.flatMap((option, index) => [
            isAfterOr(index) && (
              <div key="or" className="govuk-radios__divider">
                or
              </div>
            ),
            radio(option, index),
            conditional(option, index),
          ])}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
