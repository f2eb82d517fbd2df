"use client";

import { LabelledQuestion } from "./question";
import type { FieldProps } from "./text-field";
import { useField } from "./use-field";

type Props = Omit<FieldProps, "defaultValue"> & {
  accept?: string;
  multiple?: boolean;
  /** Outside an ActionForm, which knows its errors itself: a file goes in by a plain form. */
  error?: string;
};

/** A file. Say which kinds and how large in the hint, before somebody chooses. */
export function FileField({ name, accept, multiple, error, ...asked }: Props) {
  const field = useField({ name, hint: asked.hint, error });
  return (
    <LabelledQuestion field={field} {...asked}>
      <input
        className={field.error ? "govuk-file-upload govuk-file-upload--error" : "govuk-file-upload"}
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={field.describedBy}
      />
    </LabelledQuestion>
  );
}
