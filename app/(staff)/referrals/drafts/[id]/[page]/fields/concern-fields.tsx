"use client";

import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { Details, InsetText } from "@/components/ui/text";
import { concernLabels, howKnownLabels } from "@/lib/referrals/labels";
import { concernQuestions, explanationQuestions } from "@/lib/referrals/pages/labels";

const prompts = [
  "why your organisation became concerned, and about what",
  "what was said or done, when, and the words that were used",
  "any sympathy with violence or mass killing",
  "what the person does online, and how you know",
  "contact with groups, or with people who hold extreme views",
  "threats to harm: who, when, and the words used",
  "other worries about family, friends or place",
  "conversations you have had, and what the person and their parents said",
  "what could happen if nothing is done",
];

export function ConcernFields() {
  return (
    <>
      <InsetText>
        Write what was said and done. Religion, dress, ethnicity and politics are not reasons by
        themselves. Do not include anything that comes from an intelligence service.
      </InsetText>
      <Details summary="What to think about when you write">
        <ul className="govuk-list govuk-list--bullet">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      </Details>
      <TextAreaField
        name="whatHappened"
        label={concernQuestions.whatHappened.text}
        hint="At least 200 characters. Put anything that somebody said in quotation marks."
        rows={14}
        maxLength={10_000}
      />
      <DateField name="firstNoted" legend={concernQuestions.firstNoted.text} />
      <DateField
        name="happenedOn"
        legend={concernQuestions.happenedOn.text}
        hint="If it was one event. For example, 27 3 2026"
        optional
      />
      <RadioField
        name="howKnown"
        legend={concernQuestions.howKnown.text}
        options={howKnownLabels}
      />
      <RadioField
        name="concern"
        legend={concernQuestions.concern.text}
        hint="Your view, from what you have seen. It decides nothing, and “Not sure” is a good answer."
        options={concernLabels}
      />
    </>
  );
}

export function ExplanationFields() {
  return (
    <TextAreaField
      name="otherExplanation"
      label={explanationQuestions.otherExplanation.text}
      hint="For example a joke, a school project, a family matter, or something misheard."
      rows={10}
    />
  );
}
