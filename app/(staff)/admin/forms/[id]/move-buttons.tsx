"use client";

import { Button } from "@/components/form/button";
import { useActionForm } from "@/components/form/use-action-form";
import { movePartSchema } from "@/lib/assessments/frameworks/schema";
import { movePart } from "../actions";

type Props = { partId: string; name: string; at: number; of: number };

/** One place up or down. The number on the page of each changes it by more. */
export function MoveButtons({ partId, name, at, of }: Props) {
  const { formProps, key, pending, errors } = useActionForm(movePartSchema, movePart);
  if (of < 2) return null;
  return (
    <form {...formProps}>
      <input type="hidden" name="key" value={key} readOnly suppressHydrationWarning />
      <input type="hidden" name="partId" value={partId} />
      {errors.form && <p className="govuk-error-message">{errors.form}</p>}
      <div className="govuk-button-group">
        {at > 0 && (
          <Button variant="secondary" name="to" value={`${at}`} isBusy={pending}>
            Up<span className="govuk-visually-hidden">: {name}</span>
          </Button>
        )}
        {at < of - 1 && (
          <Button variant="secondary" name="to" value={`${at + 2}`} isBusy={pending}>
            Down<span className="govuk-visually-hidden">: {name}</span>
          </Button>
        )}
      </div>
    </form>
  );
}
