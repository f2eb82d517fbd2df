"use client";

import { ErrorMessage, FormGroup, Hint, Label } from "./parts";
import type { FieldProps } from "./text-field";
import { useField } from "./use-field";

type Props = Omit<FieldProps, "defaultValue"> & {
  accept?: string;
  multiple?: boolean;
  /** Outside an ActionForm, which knows its errors itself: a file goes in by a plain form. */
  error?: string;
};

/** A file. Say which kinds and how large in the hint, before somebody chooses. */
export function FileField({
  name,
  label,
  hint,
  labelSize,
  isPageHeading,
  optional,
  accept,
  multiple,
  error,
}: Props) {
  const field = useField({ name, hint, error });
  return (
    <FormGroup hasError={!!field.error}>
      <Label htmlFor={field.id} size={labelSize} isPageHeading={isPageHeading}>
        {label}
        {optional && " (optional)"}
      </Label>
      {hint && <Hint id={field.hintId}>{hint}</Hint>}
      {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
      <input
        className={field.error ? "govuk-file-upload govuk-file-upload--error" : "govuk-file-upload"}
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={field.describedBy}
      />
    </FormGroup>
  );
}
