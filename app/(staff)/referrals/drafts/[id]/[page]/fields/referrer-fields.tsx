"use client";

import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { sectorLabels, subSectorLabels, yesNoLabels } from "@/lib/referrals/labels";
import { referrerQuestions } from "@/lib/referrals/pages/labels";

export function ReferrerFields() {
  return (
    <>
      <TextField name="name" label={referrerQuestions.name.text} autoComplete="name" />
      <TextField name="role" label={referrerQuestions.role.text} />
      <TextField name="organisation" label={referrerQuestions.organisation.text} />
      <SelectField name="sector" label={referrerQuestions.sector.text} options={sectorLabels} />
      <SelectField
        name="subSector"
        label={referrerQuestions.subSector.text}
        hint="For education, health and local authorities."
        options={subSectorLabels}
        prompt="Leave empty"
        optional
      />
      <TextField
        name="contact"
        label={referrerQuestions.contact.text}
        hint="A telephone number or email address at work."
      />
      <TextField name="firstNoticedBy" label={referrerQuestions.firstNoticedBy.text} optional />
      <TextField name="preventLead" label={referrerQuestions.preventLead.text} optional />
      <RadioField
        name="anonymous"
        legend={referrerQuestions.anonymous.text}
        hint="The gateway knows who you are either way, so that they can ask you more."
        options={yesNoLabels}
        inline
      />
    </>
  );
}
