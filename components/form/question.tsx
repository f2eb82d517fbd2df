import type { ReactNode } from "react";

import { ErrorMessage, Fieldset, FormGroup, Hint, Label, type Size } from "./parts";
import type { useField } from "./use-field";

type Asked = {
  hint?: ReactNode;
  isPageHeading?: boolean;
  /** Says "(optional)" after the question. Everything else is asked for. */
  optional?: boolean;
};
export type LabelProps = Asked & { label: ReactNode; labelSize?: Size };
export type LegendProps = Asked & { legend: ReactNode; legendSize?: Size };

type Field = Pick<
  ReturnType<typeof useField>,
  "id" | "error" | "hintId" | "errorId" | "describedBy"
>;

type Labelled = LabelProps & { field: Field; className?: string; children: ReactNode };

/** A question that one box answers: its label, its hint, and what is wrong with the answer. */
export function LabelledQuestion({ field, className, children, ...asked }: Labelled) {
  const { label, labelSize, hint, isPageHeading, optional } = asked;
  return (
    <FormGroup hasError={!!field.error} className={className}>
      <Label htmlFor={field.id} size={labelSize} isPageHeading={isPageHeading}>
        {label}
        {optional && " (optional)"}
      </Label>
      {hint && <Hint id={field.hintId}>{hint}</Hint>}
      {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
      {children}
    </FormGroup>
  );
}

type Legended = LegendProps & {
  field: Field;
  role?: "group";
  /** What stands below the boxes, outside the question itself. */
  below?: ReactNode;
  children: ReactNode;
};

/** A question that several boxes answer together: its legend, its hint, and what is wrong with the answer. */
export function LegendQuestion({ field, role, below, children, ...asked }: Legended) {
  const { legend, legendSize, hint, isPageHeading, optional } = asked;
  return (
    <FormGroup hasError={!!field.error}>
      <Fieldset
        legend={optional ? <>{legend} (optional)</> : legend}
        size={legendSize}
        isPageHeading={isPageHeading}
        describedBy={field.describedBy}
        role={role}
      >
        {hint && <Hint id={field.hintId}>{hint}</Hint>}
        {field.error && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
        {children}
      </Fieldset>
      {below}
    </FormGroup>
  );
}
