"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import {
  audienceLabels,
  corroborationLabels,
  itemKindLabels,
  lawfulBasisLabels,
  reliabilityLabels,
} from "@/lib/information/labels";

export type Partner = { value: string; label: string };

/** What is asked of every item of information, whoever adds it and however (IS-06, IS-09). */
export function ItemFields({ partners }: { partners: Partner[] }) {
  return (
    <>
      <RadioField
        name="kind"
        legend="What kind of information is this?"
        hint="Facts, what others say and opinions are kept apart. Add each one by itself."
        options={itemKindLabels}
      />
      <TextAreaField
        name="text"
        label="What are you sharing?"
        hint="Only what is needed. Nothing that comes from an intelligence service may be entered."
        rows={8}
      />
      <TextField
        name="source"
        label="Where does this come from?"
        hint="For example, the attendance register"
      />
      <DateField name="asOf" legend="What date does it relate to?" />
      <RadioField
        name="reliability"
        legend="How reliable is the source?"
        options={reliabilityLabels}
      />
      <RadioField
        name="corroboration"
        legend="Does another source support this?"
        options={corroborationLabels}
      />
      <TextAreaField name="necessity" label="Why is it needed?" rows={3} />
      <RadioField
        name="audience"
        legend="Who needs to see this?"
        hint="For everybody else it is not there at all. Your own organisation always sees what it supplied."
        options={Object.entries(audienceLabels).map(([value, label]) => ({
          value,
          label,
          ...(value === "named_organisations" && {
            conditional: (
              <CheckboxField
                name="namedOrganisationIds"
                legend="Which organisations?"
                options={partners}
                small
              />
            ),
          }),
        }))}
      />
      <SelectField
        name="lawfulBasis"
        label="Lawful basis for sharing"
        options={lawfulBasisLabels}
      />
    </>
  );
}
