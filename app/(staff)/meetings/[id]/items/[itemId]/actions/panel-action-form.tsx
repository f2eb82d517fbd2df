"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { panelActionSchema } from "@/lib/panels/schema";
import { addPanelAction } from "./actions";

type Props = { itemId: string; people: Option[]; children?: ReactNode };

export function PanelActionForm({ itemId, people, children }: Props) {
  const form = useActionForm(panelActionSchema, addPanelAction);
  return (
    <ActionForm form={form} submitLabel="Add action" hidden={{ itemId }}>
      {children}
      <TextAreaField name="title" label="What has to be done?" rows={3} />
      <SelectField name="ownerHatId" label="Who will do it?" options={people} />
      <DateField name="dueOn" legend="By when?" />
    </ActionForm>
  );
}
