"use client";

import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { yesNoLabels } from "@/lib/referrals/labels";
import { childQuestions } from "@/lib/referrals/pages/labels";

export function ChildFields() {
  return (
    <>
      <h2 className="govuk-heading-m">Parents or guardians</h2>
      <TextField name="parentNames" label={childQuestions.parentNames.text} spellCheck={false} />
      <TextAreaField
        name="parentContact"
        label={childQuestions.parentContact.text}
        hint="And whether it is safe to use it."
        rows={3}
      />
      <TextField
        name="parentalResponsibility"
        label={childQuestions.parentalResponsibility.text}
        hint="Or say that it is not known."
      />
      <h2 className="govuk-heading-m">Support around the child</h2>
      <TextField name="socialWorker" label={childQuestions.socialWorker.text} optional />
      <TextField name="educationPlan" label={childQuestions.educationPlan.text} optional />
      <TextField name="lookedAfter" label={childQuestions.lookedAfter.text} optional />
      <h2 className="govuk-heading-m">What they say themselves</h2>
      <RadioField
        name="spokenToChild"
        legend={childQuestions.spokenToChild.text}
        options={yesNoLabels}
        inline
      />
      <TextAreaField name="spokenToChildAccount" label={childQuestions.spokenToChildAccount.text} />
      <RadioField
        name="spokenToParents"
        legend={childQuestions.spokenToParents.text}
        options={yesNoLabels}
        inline
      />
      <TextAreaField
        name="spokenToParentsAccount"
        label={childQuestions.spokenToParentsAccount.text}
      />
    </>
  );
}
