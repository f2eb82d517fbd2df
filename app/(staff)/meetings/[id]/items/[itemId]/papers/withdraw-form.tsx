"use client";

import { useActionForm } from "@/components/form/use-action-form";
import { withdrawPaperSchema } from "@/lib/panels/papers/schema";
import { withdrawPaper } from "./actions";

/** One button beside a paper, and a form of its own so that it works before and without script. */
export function WithdrawForm({ paperId, name }: { paperId: string; name: string }) {
  const { formProps, key, pending, errors } = useActionForm(withdrawPaperSchema, withdrawPaper);
  return (
    <form {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      <input type="hidden" name="paperId" value={paperId} />
      <button
        type="submit"
        className="govuk-button govuk-button--secondary mb-0"
        aria-disabled={pending || undefined}
      >
        Take away<span className="govuk-visually-hidden"> {name}</span>
      </button>
      {errors.form && (
        <p className="govuk-error-message" role="alert">
          {errors.form[0]}
        </p>
      )}
    </form>
  );
}
