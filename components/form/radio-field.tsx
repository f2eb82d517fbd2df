"use client";

import { Conditional } from "./conditional";
import { type Option, type Options, optionId, toOptions } from "./options";
import { type LegendProps, LegendQuestion } from "./question";
import { single, useField } from "./use-field";

type Props = LegendProps & {
  name: string;
  options: Options;
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
  options,
  inline,
  small,
  lastAfterOr,
  defaultValue,
  ...asked
}: Props) {
  const field = useField({ name, hint: asked.hint, defaultValue });
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
    <LegendQuestion field={field} {...asked}>
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
    </LegendQuestion>
  );
}
