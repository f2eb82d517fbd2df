"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { transferTellers } from "@/lib/transfers/labels";
import { offerTransferSchema } from "@/lib/transfers/schema";
import { offerTransfer } from "./actions";

export function OfferForm({ caseId, areas }: { caseId: string; areas: Option[] }) {
  const form = useActionForm(offerTransferSchema, offerTransfer);
  return (
    <div className="app-reading">
      <ActionForm form={form} submitLabel="Offer the case" hidden={{ caseId }}>
        <RadioField name="toAreaId" legend="Which area will take the case?" options={areas} small />
        <TextAreaField
          name="summary"
          label="What does the other area need to know to decide?"
          hint="At least 50 characters, and no name: the stage, what support runs, and what comes next."
        />
        <TextAreaField
          name="reason"
          label="Why does the case move?"
          hint="At least 20 characters."
          rows={3}
        />
        <RadioField
          name="toldBy"
          legend="Who has told the person?"
          options={transferTellers}
          small
        />
        <CheckboxField
          name="agreement"
          label="A sharing agreement with that area is signed and in date"
        />
      </ActionForm>
    </div>
  );
}
