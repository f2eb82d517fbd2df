"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Lead, leadLabels } from "@/lib/cases/leads/labels";
import { handOverAllSchema } from "@/lib/cases/leads/schema";
import { handOverAll } from "./actions";

type Props = { toLead: Lead; open: number; takers: Option[] };

export function HandOverAllForm({ toLead, open, takers }: Props) {
  const form = useActionForm(handOverAllSchema, handOverAll);
  const cases = open === 1 ? "1 open case" : `${open.toLocaleString("en-GB")} open cases`;
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        submitLabel="Hand over every open case"
        submitVariant="warning"
        hidden={{ toLead }}
      >
        <p className="govuk-body">
          {leadLabels[toLead]} will lead {cases}, and every case from now on. Whoever takes them on
          reads them all; coordinators who work for whoever leads now read them no more. Every date
          to keep stays as it is, and this can be taken back.
        </p>
        <RadioField name="toHatId" legend="Who takes the cases on?" options={takers} small />
        <CheckboxField name="confirm" label={`Yes, hand over ${cases}`} />
      </ActionForm>
    </div>
  );
}
