"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { endAbsenceSchema } from "@/lib/clocks/absences/schema";
import { endAbsence } from "./actions";

export function EndForm({ absenceId }: { absenceId: string }) {
  const form = useActionForm(endAbsenceSchema, endAbsence);
  return (
    <ActionForm form={form} submitLabel="End this cover" hidden={{ absenceId }}>
      {null}
    </ActionForm>
  );
}
