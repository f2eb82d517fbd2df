"use client";

import { type ReactNode, useEffect } from "react";

import { Button } from "./button";
import { ConflictView } from "./conflict-view";
import { ErrorSummary } from "./error-summary";
import { FormProvider } from "./form-context";
import type { ActionFormState } from "./use-action-form";
import { type Autosave, useAutosave } from "./use-autosave";

type Props = {
  form: ActionFormState;
  /** The verb: "Record decision". */
  submitLabel: string;
  submitVariant?: "warning" | "secondary";
  /** Saves whatever there is, right or not: sent as `intent`, and not checked here. */
  secondary?: { label: string; name?: "intent"; value: string };
  /** What the page knows and nobody is asked: ids. `key` and `version` are there already. */
  hidden?: Record<string, string>;
  autosave?: Autosave;
  /** A link that says what it cancels, beside the buttons. */
  cancel?: ReactNode;
  children?: ReactNode;
};

/** The one form. Put the page's heading inside it, so that the error summary comes before. */
export function ActionForm({
  form,
  submitLabel,
  submitVariant,
  secondary,
  hidden = {},
  autosave,
  cancel,
  children,
}: Props) {
  const { state, errors, pending, key, formProps, setValue } = form;
  const draft = useAutosave(autosave, pending);
  useErrorInTitle(Object.values(errors).some((messages) => messages?.length));
  const version = state.values.version;

  return (
    <FormProvider form={form}>
      <ErrorSummary errors={errors} />
      {state.conflict && (
        <ConflictView conflict={state.conflict} yours={state.values} take={setValue} />
      )}
      <form
        className="app-form"
        {...formProps}
        onInput={draft.onInput}
        data-unsaved={state.attempt > 0 || undefined}
      >
        <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
        {typeof version === "string" && <input type="hidden" name="version" value={version} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
        {autosave && (
          <p className="govuk-body text-secondary" role="status">
            {draft.status && "savedAt" in draft.status && `Draft saved ${draft.status.savedAt}`}
            {draft.status &&
              "failed" in draft.status &&
              "Your draft could not be saved just now. Keep this page open: it will be tried again as you write."}
          </p>
        )}
        <div className="govuk-button-group">
          <Button variant={submitVariant} isBusy={pending}>
            {submitLabel}
          </Button>
          {secondary && (
            <Button variant="secondary" name="intent" value={secondary.value} isBusy={pending}>
              {secondary.label}
            </Button>
          )}
          {cancel}
        </div>
      </form>
    </FormProvider>
  );
}

/** "Error: " before the page's own title while there is one. */
function useErrorInTitle(hasErrors: boolean) {
  useEffect(() => {
    if (!hasErrors) return;
    const prefix = "Error: ";
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [hasErrors]);
}
