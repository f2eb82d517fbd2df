"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { acceptDueSchema } from "@/lib/panels/agenda/schema";
import { acceptDue } from "./actions";

type Props = { meetingId: string; cases: Option[] };

/** Nothing is ticked beforehand: whoever is invited reads the cases that are put on. */
export function DueForm({ meetingId, cases }: Props) {
  const form = useActionForm(acceptDueSchema, acceptDue);
  return (
    <ActionForm form={form} submitLabel="Put on the agenda" hidden={{ meetingId }}>
      <CheckboxField
        name="caseIds"
        legend="Which cases go on the agenda?"
        hint="Everybody invited to the meeting can then read them, unless they have a conflict of interest."
        options={cases}
        small
      />
    </ActionForm>
  );
}
