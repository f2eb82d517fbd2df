"use client";

import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { impactLabels, likelihoodLabels } from "@/lib/risks/labels";

/** Four numbers, none of them chosen beforehand, and the reasons for them. */
export function ScoreFields() {
  return (
    <>
      <h2 className="govuk-heading-m">Before controls (inherent)</h2>
      <RadioField
        name="inherentLikelihood"
        legend="How likely is it, if nothing were in place?"
        legendSize="s"
        options={likelihoodLabels}
      />
      <RadioField
        name="inherentImpact"
        legend="How serious would it be, if nothing were in place?"
        legendSize="s"
        options={impactLabels}
      />
      <h2 className="govuk-heading-m">After controls (residual)</h2>
      <RadioField
        name="residualLikelihood"
        legend="How likely is it, with what is in place?"
        legendSize="s"
        options={likelihoodLabels}
      />
      <RadioField
        name="residualImpact"
        legend="How serious would it be, with what is in place?"
        legendSize="s"
        options={impactLabels}
      />
      <TextAreaField name="scoreReasons" label="Reasons for the scores" rows={4} />
    </>
  );
}
