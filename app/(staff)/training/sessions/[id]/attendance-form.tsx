"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { asOptions } from "@/components/training/requirement-fields";
import { recordAttendanceSchema } from "@/lib/training/schema";
import { recordAttendance } from "../../actions";

type Props = {
  sessionId: string;
  organisations: readonly { value: string; label: string }[];
  groups: readonly { id: string; name: string }[];
};

export function AttendanceForm({ sessionId, organisations, groups }: Props) {
  const form = useActionForm(recordAttendanceSchema, recordAttendance);
  return (
    <ActionForm form={form} submitLabel="Record attendance" hidden={{ sessionId }}>
      <h3 className="govuk-heading-s">Record who came</h3>
      <p className="govuk-body">
        Numbers only. What is recorded last for an organisation and a group counts.
      </p>
      <SelectField name="organisationId" label="Organisation" options={organisations} />
      <SelectField name="roleGroupId" label="Role group" options={asOptions(groups)} />
      <TextField name="attended" label="How many came?" width={4} inputMode="numeric" />
    </ActionForm>
  );
}
