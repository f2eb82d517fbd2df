"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { setAbsenceSchema } from "@/lib/clocks/absences/schema";
import { setAbsence } from "./actions";

export function AbsenceForm({ hatId, covers }: { hatId: string; covers: Option[] }) {
  const form = useActionForm(setAbsenceSchema, setAbsence);
  return (
    <ActionForm form={form} submitLabel="Set the cover" hidden={{ hatId }}>
      <SelectField name="coverHatId" label="Who covers?" options={covers} />
      <DateField name="fromOn" legend="First day of the cover" legendSize="s" />
      <DateField name="toOn" legend="Last day of the cover" legendSize="s" />
    </ActionForm>
  );
}
