"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { pauseReasons } from "@/lib/cases/labels";
import { pauseCaseSchema } from "@/lib/cases/pauses/schema";
import { pauseCase } from "./actions";

type Props = { caseId: string; version: number; near: { label: string; day: string }[] };

export function PauseForm({ caseId, version, near }: Props) {
  const form = useActionForm(pauseCaseSchema, pauseCase);
  return (
    <ActionForm form={form} submitLabel="Pause the case" hidden={{ caseId, version: `${version}` }}>
      <RadioField
        name="reason"
        legend="Why is it paused?"
        hint="Only the gateway sees this. No account of it is kept."
        options={pauseReasons}
        small
      />
      <DateField
        name="reviewOn"
        legend="When do you look at it again?"
        hint="No more than 28 days from today. For example, 27 3 2026"
        near={near}
      />
    </ActionForm>
  );
}
