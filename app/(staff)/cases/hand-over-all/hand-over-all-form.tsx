"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Lead, leadLabels, otherLead } from "@/lib/cases/leads/labels";
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
          {leadLabels[toLead]} will lead {cases}, and every case from now on.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>Whoever takes them on can read all of them</li>
          <li>
            Coordinators who work for {leadLabels[otherLead[toLead]].toLowerCase()} can no longer
            read them
          </li>
          <li>Every date to keep stays as it is</li>
          <li>You can take this back on this page</li>
        </ul>
        <RadioField name="toHatId" legend="Who takes the cases on?" options={takers} small />
        <CheckboxField name="confirm" label={`Yes, hand over ${cases}`} />
      </ActionForm>
    </div>
  );
}
