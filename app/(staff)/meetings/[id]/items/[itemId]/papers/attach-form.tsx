"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { attachPaperSchema } from "@/lib/panels/papers/schema";
import { attachPaper } from "./actions";

type Props = { itemId: string; isLate: boolean; choices: Option[] };

export function AttachForm({ itemId, isLate, choices }: Props) {
  const form = useActionForm(attachPaperSchema, attachPaper);
  return (
    <ActionForm form={form} submitLabel="Attach the paper" hidden={{ itemId }}>
      <SelectField
        name="paper"
        label="Paper to attach"
        hint={isLate ? "Papers have closed, so it will be marked as late." : undefined}
        options={choices}
      />
    </ActionForm>
  );
}
