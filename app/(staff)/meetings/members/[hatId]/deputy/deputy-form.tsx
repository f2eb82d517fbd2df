"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { nameDeputySchema } from "@/lib/panels/members/schema";
import { nameDeputy } from "../../actions";

export function DeputyForm({ hatId, people }: { hatId: string; people: Option[] }) {
  const form = useActionForm(nameDeputySchema, nameDeputy);
  return (
    <ActionForm form={form} submitLabel="Name the deputy" hidden={{ hatId }}>
      <SelectField name="deputyHatId" label="Who stands in?" options={people} />
    </ActionForm>
  );
}
