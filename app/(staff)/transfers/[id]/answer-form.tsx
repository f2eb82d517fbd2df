"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { answerTransferSchema } from "@/lib/transfers/schema";
import { answerTransfer } from "./actions";

export function AnswerForm({ transferId }: { transferId: string }) {
  const form = useActionForm(answerTransferSchema, answerTransfer);
  return (
    <ActionForm form={form} submitLabel="Send the answer" hidden={{ transferId }}>
      <RadioField
        name="answer"
        legend="Does this area take the case on?"
        options={[
          {
            value: "accept",
            label: "Yes",
            hint: "You run the case from now on. Consent has to be asked for here.",
            conditional: (
              <>
                <CheckboxField name="receipt" label="This area takes the case on" />
                <CheckboxField
                  name="agreement"
                  label="A sharing agreement with that area is signed and in date"
                />
              </>
            ),
          },
          {
            value: "decline",
            label: "No",
            conditional: (
              <TextAreaField
                name="reason"
                label="Why not?"
                hint="At least 20 characters."
                rows={3}
              />
            ),
          },
        ]}
      />
    </ActionForm>
  );
}
