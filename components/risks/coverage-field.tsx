"use client";

import { RadioField } from "@/components/form/radio-field";

export type Coverage = { area: string; partnerships: readonly { id: string; name: string }[] };

/** An area of one's own, or every area of a partnership. */
export function CoverageField({ area, partnerships }: Coverage) {
  // One answer is no question.
  if (partnerships.length === 0)
    return (
      <p className="govuk-body">
        This is for {area}.
        <input type="hidden" name="covers" value="area" readOnly />
      </p>
    );
  return (
    <RadioField
      name="covers"
      legend="Which area or partnership is this for?"
      legendSize="s"
      options={[
        { value: "area", label: area },
        ...partnerships.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
