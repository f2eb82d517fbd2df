"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type EiaStatus, eiaStatusLabels } from "@/lib/plans/labels";
import { assessEqualitySchema } from "@/lib/plans/schema";
import { assessEquality } from "./actions";

type Props = { planId: string; version: string; eiaStatus: EiaStatus };

export function EqualityForm({ planId, version, eiaStatus }: Props) {
  const form = useActionForm(assessEqualitySchema, assessEquality, { version, eiaStatus });
  return (
    <ActionForm form={form} submitLabel="Save assessment" hidden={{ planId }}>
      <RadioField
        name="eiaStatus"
        legend="How far has the equality impact assessment got?"
        legendSize="m"
        options={eiaStatusLabels}
      />
    </ActionForm>
  );
}
