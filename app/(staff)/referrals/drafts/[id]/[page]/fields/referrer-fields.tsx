"use client";

import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { sectorLabels, subSectorLabels, yesNoLabels } from "@/lib/referrals/labels";
import { callerQuestions, referrerQuestions } from "@/lib/referrals/pages/labels";

/** About whoever writes it; or of a call, about whoever rang. */
export function ReferrerFields({ isCall }: { isCall: boolean }) {
  const questions = isCall ? callerQuestions : referrerQuestions;
  return (
    <>
      <TextField
        name="name"
        label={questions.name.text}
        autoComplete={isCall ? undefined : "name"}
        hint={isCall ? "If they will not say, write that." : undefined}
      />
      <TextField name="role" label={questions.role.text} />
      <TextField
        name="organisation"
        label={questions.organisation.text}
        hint={
          isCall ? "Write “member of the public” for somebody who rings for themselves." : undefined
        }
      />
      <SelectField name="sector" label={questions.sector.text} options={sectorLabels} />
      <SelectField
        name="subSector"
        label={questions.subSector.text}
        hint="For education, health and local authorities."
        options={subSectorLabels}
        prompt="Leave empty"
        optional
      />
      <TextField
        name="contact"
        label={questions.contact.text}
        hint={
          isCall
            ? "An email address, or when they can be reached."
            : "A telephone number or email address at work."
        }
      />
      <TextField name="firstNoticedBy" label={questions.firstNoticedBy.text} optional />
      <TextField name="preventLead" label={questions.preventLead.text} optional />
      <RadioField
        name="anonymous"
        legend={questions.anonymous.text}
        hint={
          isCall
            ? "The gateway knows who they are either way, so that they can be asked more."
            : "The gateway knows who you are either way, so that they can ask you more."
        }
        options={yesNoLabels}
        inline
      />
    </>
  );
}
