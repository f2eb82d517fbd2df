"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { linkRiskSchema } from "@/lib/risks/schema";
import { linkRisk } from "../../actions";

type Props = { riskId: string; choices: readonly { value: string; label: string }[] };

export function LinkForm({ riskId, choices }: Props) {
  const form = useActionForm(linkRiskSchema, linkRisk);
  return (
    <ActionForm form={form} submitLabel="Link action" hidden={{ riskId }}>
      <SelectField
        name="actionId"
        label="Which action of the plan answers it?"
        labelSize="m"
        options={choices}
      />
    </ActionForm>
  );
}
