"use client";

import { useActionState } from "react";

import type { FormState } from "@/lib/form-state";
import { removeAttachment } from "./actions";

type Props = { draftId: string; attachmentId: string; name: string };

const untouched: FormState = { values: {}, errors: {}, attempt: 0 };

/** A button in a row, which asks nothing and so has no fields to show. */
export function RemoveForm({ draftId, attachmentId, name }: Props) {
  const [state, remove, isBusy] = useActionState(removeAttachment, untouched);
  return (
    <form action={remove}>
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="attachmentId" value={attachmentId} />
      {state.errors.form && <p className="govuk-error-message">{state.errors.form[0]}</p>}
      <button type="submit" className="app-link-button" aria-disabled={isBusy || undefined}>
        Remove<span className="govuk-visually-hidden"> {name}</span>
      </button>
    </form>
  );
}
