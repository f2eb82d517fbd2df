"use client";

import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { ethnicityLabels } from "@/lib/referrals/labels";
import { personContactQuestions } from "@/lib/referrals/pages/labels";

const elsewhere = ["Another area", "Not known"];

export function PersonContactFields({ authorities }: { authorities: string[] }) {
  const options = [...authorities, ...elsewhere].map((name) => ({ value: name, label: name }));
  return (
    <>
      <SelectField
        name="localAuthority"
        label={personContactQuestions.localAuthority.text}
        hint="Where the person lives now, even if they study or work somewhere else."
        options={options}
      />
      <TextAreaField name="address" label={personContactQuestions.address.text} rows={3} optional />
      <TextField
        name="postcode"
        label={personContactQuestions.postcode.text}
        width={10}
        optional
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextAreaField
        name="contactDetails"
        label={personContactQuestions.contactDetails.text}
        hint="And whether it is safe to use them."
        rows={3}
        optional
      />
      <TextField name="schoolOrWork" label={personContactQuestions.schoolOrWork.text} optional />
      <TextAreaField
        name="languagesAndAccess"
        label={personContactQuestions.languagesAndAccess.text}
        hint="So that whoever speaks to the person can prepare."
        rows={3}
        optional
      />
      <SelectField
        name="ethnicity"
        label={personContactQuestions.ethnicity.text}
        hint="As the person describes it, if they have. It is kept apart from the referral and used only to see whether people are treated fairly."
        options={ethnicityLabels}
        prompt="Leave empty"
        optional
      />
    </>
  );
}
