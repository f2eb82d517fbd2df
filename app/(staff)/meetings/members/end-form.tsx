"use client";

import { useActionForm } from "@/components/form/use-action-form";
import { endDeputySchema } from "@/lib/panels/members/schema";
import { endDeputy } from "./actions";

/** One button beside a deputy, and a form of its own so that it works before and without script. */
export function EndForm({ deputyId, name }: { deputyId: string; name: string }) {
  const { formProps, key, pending, errors } = useActionForm(endDeputySchema, endDeputy);
  return (
    <form {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      <input type="hidden" name="deputyId" value={deputyId} />
      <button
        type="submit"
        className="govuk-button govuk-button--secondary mb-0"
        aria-disabled={pending || undefined}
      >
        End<span className="govuk-visually-hidden"> {name} as deputy</span>
      </button>
      {errors.form && (
        <p className="govuk-error-message" role="alert">
          {errors.form[0]}
        </p>
      )}
    </form>
  );
}
