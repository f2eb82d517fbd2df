"use client";

import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { callQuestions } from "@/lib/referrals/pages/labels";

export function CallFields() {
  return (
    <>
      <DateField name="calledOn" legend={callQuestions.calledOn.text} />
      <TextField
        name="calledAt"
        label={callQuestions.calledAt.text}
        hint="For example, 9:30am or 14:05"
      />
      <TextField
        name="callBackNumber"
        label={callQuestions.callBackNumber.text}
        hint="If they gave none, write that."
      />
    </>
  );
}
