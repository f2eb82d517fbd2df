"use client";

import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { notToldReasonLabels, toldLabels, yesNoLabels } from "@/lib/referrals/labels";
import { safeguardsQuestions } from "@/lib/referrals/pages/labels";

export function SafeguardsFields() {
  return (
    <>
      <RadioField
        name="discussedWithLead"
        legend={safeguardsQuestions.discussedWithLead.text}
        options={yesNoLabels}
        inline
      />
      <RadioField
        name="told"
        legend={safeguardsQuestions.told.text}
        hint="Being open is the rule. Consent is not needed to share a concern where there is a risk of harm."
        options={toldLabels}
      />
      <SelectField
        name="notToldReason"
        label={safeguardsQuestions.notToldReason.text}
        hint="Only if they do not know about it."
        options={notToldReasonLabels}
        prompt="They know about it"
      />
      <TextAreaField
        name="notToldExplanation"
        label={safeguardsQuestions.notToldExplanation.text}
        hint="Only if they do not know about it."
        rows={3}
      />
      <TextAreaField name="supportGiven" label={safeguardsQuestions.supportGiven.text} optional />
      <TextAreaField
        name="proportionality"
        label={safeguardsQuestions.proportionality.text}
        hint="What other help was tried or thought of, and why it is not enough. Do not include anything that comes from an intelligence service."
      />
    </>
  );
}
