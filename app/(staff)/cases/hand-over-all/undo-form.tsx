"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { undoHandOverSchema } from "@/lib/cases/leads/schema";
import { undoHandOver } from "./actions";

export function UndoForm({ handOverId }: { handOverId: string }) {
  const form = useActionForm(undoHandOverSchema, undoHandOver);
  return (
    <ActionForm
      form={form}
      submitLabel="Take the last handing over back"
      submitVariant="secondary"
      hidden={{ handOverId }}
    >
      <p className="govuk-body">
        This puts back exactly what was changed. What somebody has changed since stays as it is.
      </p>
    </ActionForm>
  );
}
