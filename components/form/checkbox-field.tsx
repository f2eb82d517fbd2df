"use client";

import type { ReactNode } from "react";

import { Conditional } from "./conditional";
import { type Option, type Options, optionId, toOptions } from "./options";
import { ErrorMessage, FormGroup } from "./parts";
import { type LegendProps, LegendQuestion } from "./question";
import { several, useField } from "./use-field";

type Common = {
  name: string;
  hint?: ReactNode;
  small?: boolean;
  defaultValue?: string | string[];
};
type Several = Common &
  LegendProps & {
    options: Options;
    /** The answer that stands apart, under "or": usually "None of these". */
    lastAfterOr?: boolean;
  };
type One = Common & { label: ReactNode; value?: string };

/**
 * Any of a few (`legend` and `options`): the schema gets a list, empty when nothing is ticked.
 * Or one box (`label`): the schema gets its value, "yes" unless said, or nothing.
 */
export function CheckboxField(props: Several | One) {
  return "options" in props ? <Group {...props} /> : <Single {...props} />;
}

function Group({ name, options, small, lastAfterOr, defaultValue, ...asked }: Several) {
  const field = useField({ name, hint: asked.hint, defaultValue });
  const ticked = several(field.initial);
  const list = toOptions(options);
  return (
    <LegendQuestion field={field} {...asked}>
      {/* So that "nothing ticked" is an answer and not a missing one. */}
      <input type="hidden" name={`${name}[]`} value="" />
      <div className={small ? "govuk-checkboxes govuk-checkboxes--small" : "govuk-checkboxes"}>
        {list.flatMap((option, index) => {
          const isAfterOr = lastAfterOr && index === list.length - 1;
          const id = optionId(field.id, index, isAfterOr);
          return [
            isAfterOr && (
              <div key="or" className="govuk-checkboxes__divider">
                or
              </div>
            ),
            <Box
              key={option.value}
              id={id}
              name={`${name}[]`}
              option={option}
              registered={field.register(name)}
              isTicked={ticked.includes(option.value)}
            />,
            option.conditional && (
              <Conditional
                key={`${option.value}-conditional`}
                kind="checkboxes"
                name={name}
                value={option.value}
                id={`conditional-${id}`}
              >
                {option.conditional}
              </Conditional>
            ),
          ];
        })}
      </div>
    </LegendQuestion>
  );
}

function Single({ name, label, value = "yes", hint, small, defaultValue }: One) {
  const field = useField({ name, defaultValue });
  return (
    <FormGroup hasError={!!field.error}>
      {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
      <div className={small ? "govuk-checkboxes govuk-checkboxes--small" : "govuk-checkboxes"}>
        <Box
          id={field.id}
          name={name}
          option={{ value, label, hint }}
          registered={field.register(name)}
          describedBy={field.errorId}
          isTicked={several(field.initial).includes(value)}
        />
      </div>
    </FormGroup>
  );
}

type BoxProps = {
  id: string;
  name: string;
  option: Omit<Option, "label"> & { label: ReactNode };
  registered: object;
  describedBy?: string;
  isTicked: boolean;
};

function Box({ id, name, option, registered, describedBy, isTicked }: BoxProps) {
  const hintId = option.hint ? `${id}-item-hint` : undefined;
  return (
    <div className="govuk-checkboxes__item">
      <input
        {...registered}
        className="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={option.value}
        defaultChecked={isTicked}
        aria-describedby={[describedBy, hintId].filter(Boolean).join(" ") || undefined}
        aria-controls={option.conditional ? `conditional-${id}` : undefined}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {option.label}
      </label>
      {option.hint && (
        <div id={hintId} className="govuk-hint govuk-checkboxes__hint">
          {option.hint}
        </div>
      )}
    </div>
  );
}
