"use client";

import { RadioField } from "@/components/form/radio-field";
import { yesNoLabels } from "@/lib/referrals/labels";
import { safetyQuestions } from "@/lib/referrals/pages/labels";

export function SafetyFields() {
  return (
    <>
      <RadioField
        name="immediateDanger"
        legend={safetyQuestions.immediateDanger.text}
        legendSize="m"
        options={yesNoLabels}
      />
      <RadioField
        name="otherSafeguarding"
        legend={safetyQuestions.otherSafeguarding.text}
        legendSize="m"
        hint="For example neglect, abuse at home or exploitation. Report that to children’s or adult social care as well: this referral is not passed on to them."
        options={yesNoLabels}
      />
    </>
  );
}
