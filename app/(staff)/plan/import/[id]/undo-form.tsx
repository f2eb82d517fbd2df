"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { undoImportSchema } from "@/lib/plans/imports/schema";
import { undoImport } from "./actions";

export function UndoForm({ importId }: { importId: string }) {
  const form = useActionForm(undoImportSchema, undoImport);
  return (
    <ActionForm
      form={form}
      submitLabel="Undo the import"
      submitVariant="warning"
      hidden={{ importId }}
    >
      <h2 className="govuk-heading-m">Undo the import</h2>
      <p className="govuk-body">
        What it added is taken out of the plan, and what it changed is put back. If somebody has
        changed any of it since, nothing is undone, and you are told what it was.
      </p>
      <CheckboxField name="confirm" label="Take the whole import back" />
    </ActionForm>
  );
}
