"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { splitDay } from "@/lib/dates";

import { useForm } from "./form-context";
import { type LegendProps, LegendQuestion } from "./question";
import { single, useField } from "./use-field";

type Props = LegendProps & {
  name: string;
  /** Somebody's own date of birth, which the browser may know. */
  isBirthday?: boolean;
  /** Near dates as buttons that fill the boxes: "In 4 weeks" and its day, "2026-03-31". */
  near?: { label: string; day: string }[];
  defaultValue?: string;
};

const boxes = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/** A day in three boxes. The schema gets "31/3/2026"; its default may be that or "2026-03-31". */
export function DateField({
  name,
  hint = "For example, 27 3 2026",
  isBirthday,
  near,
  defaultValue,
  ...asked
}: Props) {
  const field = useField({ name, hint, defaultValue });
  const parts = splitDay(single(field.initial) ?? "");
  return (
    <LegendQuestion
      field={field}
      role="group"
      hint={hint}
      below={near && <NearDates name={name} near={near} />}
      {...asked}
    >
      <div className="govuk-date-input" id={field.id}>
        {boxes.map(({ part, label, width }, index) => (
          <div key={part} className="govuk-date-input__item">
            <div className="govuk-form-group">
              <label
                className="govuk-label govuk-date-input__label"
                htmlFor={`${field.id}-${part}`}
              >
                {label}
              </label>
              <input
                {...field.register(`${name}-${part}`)}
                className={`govuk-input govuk-date-input__input govuk-input--width-${width}${isAtFault(part, field.error) ? " govuk-input--error" : ""}`}
                id={`${field.id}-${part}`}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                autoComplete={isBirthday ? `bday-${part}` : undefined}
                defaultValue={parts[index] || undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </LegendQuestion>
  );
}

/** "Must include a year" is about one box; anything else is about all three. */
function isAtFault(part: string, error: string | undefined) {
  if (!error) return false;
  const missing = /must include (.*)$/.exec(error)?.[1];
  return missing === undefined || missing.includes(part);
}

function NearDates({ name, near }: Required<Pick<Props, "name" | "near">>) {
  const form = useForm();
  const isHydrated = useHydrated();
  if (!form || !isHydrated) return null;
  const fill = (day: string) => {
    const parts = splitDay(day);
    boxes.forEach(({ part }, index) => {
      form.setValue(`${name}-${part}`, parts[index] ?? "", { shouldDirty: true });
    });
  };
  return (
    <div className="govuk-button-group mt-2">
      {near.map(({ label, day }) => (
        <button
          key={day}
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => fill(day)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
