import type { ReactNode } from "react";

export type Size = "s" | "m" | "l" | "xl";

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ");

type Group = { hasError?: boolean; className?: string; children: ReactNode };

export function FormGroup({ hasError, className, children }: Group) {
  return (
    <div className={classes("govuk-form-group", hasError && "govuk-form-group--error", className)}>
      {children}
    </div>
  );
}

type LabelProps = {
  htmlFor: string;
  size?: Size;
  /** The question is the page's one heading. */
  isPageHeading?: boolean;
  className?: string;
  children: ReactNode;
};

export function Label({ htmlFor, size, isPageHeading, className, children }: LabelProps) {
  const label = (
    <label
      className={classes("govuk-label", size && `govuk-label--${size}`, className)}
      htmlFor={htmlFor}
    >
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="govuk-hint">
      {children}
    </div>
  );
}

export function ErrorMessage({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {children}
    </p>
  );
}

type FieldsetProps = {
  legend: ReactNode;
  size?: Size;
  isPageHeading?: boolean;
  describedBy?: string;
  role?: "group";
  children?: ReactNode;
};

/** Questions that belong together, under one legend. */
export function Fieldset({
  legend,
  size,
  isPageHeading,
  describedBy,
  role,
  children,
}: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend
        className={classes("govuk-fieldset__legend", size && `govuk-fieldset__legend--${size}`)}
      >
        {isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
