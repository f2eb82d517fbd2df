"use client";

import { useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

import { LabelledQuestion } from "./question";
import type { FieldProps } from "./text-field";
import { useField } from "./use-field";

type Props = Omit<FieldProps, "defaultValue" | "optional"> & {
  autoComplete?: "current-password" | "new-password";
};

/** A password. It is never sent back to the page, and paste works. */
export function PasswordField({ name, autoComplete = "current-password", ...asked }: Props) {
  const field = useField({ name, hint: asked.hint });
  const [isShown, setShown] = useState(false);
  const isHydrated = useHydrated();
  const classes = ["govuk-input", "govuk-password-input__input"];
  if (field.error) classes.push("govuk-input--error");
  return (
    <LabelledQuestion field={field} className="govuk-password-input" {...asked}>
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          {...field.register(name)}
          className={classes.join(" ")}
          id={field.id}
          name={name}
          type={isShown ? "text" : "password"}
          spellCheck={false}
          aria-describedby={field.describedBy}
          autoComplete={autoComplete}
          autoCapitalize="none"
        />
        <button
          type="button"
          className="govuk-button govuk-button--secondary govuk-password-input__toggle"
          aria-controls={field.id}
          aria-label={isShown ? "Hide password" : "Show password"}
          hidden={!isHydrated}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? "Hide" : "Show"}
        </button>
      </div>
    </LabelledQuestion>
  );
}
