"use client";

import type { useActionForm } from "./use-action-form";

type Props = {
  form: ReturnType<typeof useActionForm>;
  fields: Record<string, string>;
  label: string;
  /** What the label leaves to the eye: which row it is about. */
  about: string;
};

/** One button, and a form of its own so that it works before and without script. */
export function ButtonForm({ form, fields, label, about }: Props) {
  const { formProps, key, pending, errors } = form;
  return (
    <form className="inline" {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="govuk-button govuk-button--secondary mb-0 mr-1"
        aria-disabled={pending || undefined}
      >
        {label}
        <span className="govuk-visually-hidden"> {about}</span>
      </button>
      {errors.form && (
        <p className="govuk-error-message" role="alert">
          {errors.form[0]}
        </p>
      )}
    </form>
  );
}
