"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { withdrawBoardPaperSchema } from "@/lib/governance/schema";
import { withdrawBoardPaper } from "../../actions";

export function WithdrawForm({ paperId }: { paperId: string }) {
  const form = useActionForm(withdrawBoardPaperSchema, withdrawBoardPaper);
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw the paper"
      submitVariant="secondary"
      hidden={{ paperId }}
    >
      <h2 className="govuk-heading-m">Withdraw the paper</h2>
      <TextAreaField name="reason" label="Why is it withdrawn?" rows={3} />
    </ActionForm>
  );
}
