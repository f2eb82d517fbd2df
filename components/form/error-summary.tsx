"use client";

import { type MouseEvent, useEffect, useRef } from "react";

import type { FormErrors } from "@/lib/form-state";

/** What is wrong, on top and focused, each line linked to its field. */
export function ErrorSummary({ errors }: { errors: FormErrors }) {
  const box = useRef<HTMLDivElement>(null);
  const lines = Object.entries(errors).flatMap(([name, messages]) =>
    messages?.[0] ? [{ name, message: messages[0] }] : [],
  );
  useEffect(() => {
    if (Object.keys(errors).length > 0) box.current?.focus();
  }, [errors]);
  if (lines.length === 0) return null;
  return (
    <div ref={box} className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {lines.map(({ name, message }) => (
              <li key={name}>
                {name === "form" ? (
                  message
                ) : (
                  <a href={`#${name}`} onClick={goToField}>
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Focus lands in the field, and its question comes into view with it. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  const field = target?.matches("input, select, textarea")
    ? target
    : target?.querySelector<HTMLElement>("input, select, textarea");
  if (!field) return;
  event.preventDefault();
  (field.closest(".govuk-form-group--error") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}
