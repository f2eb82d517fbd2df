"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { genderLabels } from "@/lib/referrals/labels";
import { personQuestions } from "@/lib/referrals/pages/labels";

export function PersonFields() {
  return (
    <>
      <TextField name="forenames" label={personQuestions.forenames.text} spellCheck={false} />
      <TextField name="surname" label={personQuestions.surname.text} spellCheck={false} />
      <CheckboxField name="nameUnknown" label={personQuestions.nameUnknown.text} small />
      <TextField
        name="otherNames"
        label={personQuestions.otherNames.text}
        hint="For example a nickname, an earlier name or a name used online."
        optional
        spellCheck={false}
      />
      <DateField
        name="dateOfBirth"
        legend={personQuestions.dateOfBirth.text}
        hint="For example, 27 3 2009. Leave this empty if you only know roughly how old they are."
      />
      <TextField
        name="approximateAge"
        label={personQuestions.approximateAge.text}
        hint="In years, if you do not know the date of birth."
        width={3}
        inputMode="numeric"
      />
      <RadioField name="gender" legend={personQuestions.gender.text} options={genderLabels} />
    </>
  );
}
