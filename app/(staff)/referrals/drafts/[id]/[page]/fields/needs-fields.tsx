"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { needLabels } from "@/lib/cases/needs/labels";
import { needsQuestions } from "@/lib/referrals/pages/labels";

export function NeedsFields() {
  return (
    <>
      <CheckboxField
        name="needsKnown"
        legend={needsQuestions.needsKnown.text}
        legendSize="m"
        hint="Somebody qualified has said so, or the person has."
        options={needLabels}
        optional
        small
      />
      <CheckboxField
        name="needsSuspected"
        legend={needsQuestions.needsSuspected.text}
        legendSize="m"
        hint="You have reason to think so, and nobody has confirmed it."
        options={needLabels}
        optional
        small
      />
      <TextAreaField name="needsDetail" label={needsQuestions.needsDetail.text} optional />
      <TextAreaField
        name="strengths"
        label={needsQuestions.strengths.text}
        hint="For example a trusted adult, a hobby, a job or plans for the future."
      />
    </>
  );
}
