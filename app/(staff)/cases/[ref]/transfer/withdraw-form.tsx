"use client";

import { useActionForm } from "@/components/form/use-action-form";
import { withdrawTransferSchema } from "@/lib/transfers/schema";
import { withdrawTransfer } from "./actions";

/** One button beside an offer that waits, and a form of its own so that it works before and without script. */
export function WithdrawForm({ transferId, area }: { transferId: string; area: string }) {
  const { formProps, key, pending, errors } = useActionForm(
    withdrawTransferSchema,
    withdrawTransfer,
  );
  return (
    <form {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      <input type="hidden" name="transferId" value={transferId} />
      <button
        type="submit"
        className="govuk-button govuk-button--secondary mb-0"
        aria-disabled={pending || undefined}
      >
        Withdraw the offer<span className="govuk-visually-hidden"> to {area}</span>
      </button>
      {errors.form && (
        <p className="govuk-error-message" role="alert">
          {errors.form[0]}
        </p>
      )}
    </form>
  );
}
