"use client";

import { useActionForm } from "@/components/form/use-action-form";
import { type Direction, directions } from "@/lib/panels/agenda/labels";
import { moveItemSchema } from "@/lib/panels/agenda/schema";
import { moveItem } from "./actions";

type Props = { itemId: string; reference: string; direction: Direction };

/** One button, and a form of its own so that it works before and without script. */
export function MoveForm({ itemId, reference, direction }: Props) {
  const { formProps, key, pending, errors } = useActionForm(moveItemSchema, moveItem);
  return (
    <form className="inline" {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="direction" value={direction} />
      <button
        type="submit"
        className="govuk-button govuk-button--secondary mb-0 mr-1"
        aria-disabled={pending || undefined}
      >
        {directions[direction]}
        <span className="govuk-visually-hidden"> on the agenda: {reference}</span>
      </button>
      {errors.form && (
        <p className="govuk-error-message" role="alert">
          {errors.form[0]}
        </p>
      )}
    </form>
  );
}
