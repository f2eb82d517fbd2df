"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { linkProjectSchema } from "@/lib/projects/schema";
import { linkProject } from "../../actions";

type Props = { projectId: string; choices: readonly { value: string; label: string }[] };

export function LinkForm({ projectId, choices }: Props) {
  const form = useActionForm(linkProjectSchema, linkProject);
  return (
    <ActionForm form={form} submitLabel="Link action" hidden={{ projectId }}>
      <SelectField
        name="actionId"
        label="Which action of the plan does it carry out?"
        labelSize="m"
        options={choices}
      />
    </ActionForm>
  );
}
