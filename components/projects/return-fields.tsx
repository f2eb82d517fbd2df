"use client";

import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { type ParticipantOutcome, participantOutcomes } from "@/lib/projects/labels";

const outcomes = Object.keys(participantOutcomes) as ParticipantOutcome[];

/** What a return says of its period: words about nobody, and numbers. */
export const ReturnFields = () => (
  <>
    <TextAreaField
      name="progress"
      label="How it went"
      hint="Write about what was done. Name nobody, and give nothing that could point to a person."
    />
    <h2 className="govuk-heading-m">How many took part</h2>
    <p className="govuk-body">
      Numbers only, each person once. Enter 0 where there was nobody. Those who oversee the plan see
      no number under 5.
    </p>
    {outcomes.map((outcome) => (
      <TextField
        key={outcome}
        name={outcome}
        label={participantOutcomes[outcome]}
        inputMode="numeric"
        width={5}
      />
    ))}
  </>
);
