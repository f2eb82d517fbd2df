"use client";

import { RadioField } from "@/components/form/radio-field";

export type Coverage = { area: string; partnerships: readonly { id: string; name: string }[] };

/** An area of one's own, or every area of a partnership. */
export function CoverageField({ area, partnerships }: Coverage) {
  return (
    <RadioField
      name="covers"
      legend={
        partnerships.length > 0
          ? "Which area or partnership is this for?"
          : "Which area is this for?"
      }
      legendSize="s"
      options={[
        { value: "area", label: area },
        ...partnerships.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
