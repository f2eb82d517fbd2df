"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { itemAttendanceSchema } from "@/lib/panels/schema";
import { recordItemAttendance } from "./actions";

type Props = { itemId: string; reference: string; people: Option[]; present: string[] };

export function ItemAttendanceForm({ itemId, reference, people, present }: Props) {
  const form = useActionForm(itemAttendanceSchema, recordItemAttendance, {
    presentHatIds: present,
  });
  return (
    <ActionForm form={form} submitLabel="Record attendance" hidden={{ itemId }}>
      <PageHeading caption={reference}>Who is in the room for this case?</PageHeading>
      <CheckboxField name="presentHatIds" legend="In the room" options={people} small />
    </ActionForm>
  );
}
