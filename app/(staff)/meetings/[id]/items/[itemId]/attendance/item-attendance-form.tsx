"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { itemAttendanceSchema } from "@/lib/panels/schema";
import { recordItemAttendance } from "./actions";

type Props = { itemId: string; people: Option[]; present: string[]; children?: ReactNode };

export function ItemAttendanceForm({ itemId, people, present, children }: Props) {
  const form = useActionForm(itemAttendanceSchema, recordItemAttendance, {
    presentHatIds: present,
  });
  return (
    <ActionForm form={form} submitLabel="Record attendance" hidden={{ itemId }}>
      {children}
      <CheckboxField name="presentHatIds" legend="In the room" options={people} small />
      <CheckboxField
        name="confidentiality"
        label="Whoever has just come in agrees to the confidentiality statement"
      />
    </ActionForm>
  );
}
