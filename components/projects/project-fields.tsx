"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { objectiveLabels } from "@/lib/plans/labels";
import { basisLabels } from "@/lib/projects/labels";
import { coveredIdeologyLabels } from "@/lib/risks/labels";

type Named = readonly { id: string; name: string }[];
export type ProjectChoices = {
  organisations: Named;
  providers: Named;
  recommendations: Named;
  risks: Named;
};

const listed = (named: Named) => named.map(({ id, name }) => ({ value: id, label: name }));

/** What a project says of itself, whether it is new or changed. */
export function ProjectFields({
  organisations,
  providers,
  recommendations,
  risks,
}: ProjectChoices) {
  return (
    <>
      <TextField name="title" label="Title" />
      <TextAreaField name="summary" label="What it does" rows={4} />
      <RadioField
        name="objective"
        legend="National objective"
        legendSize="s"
        hint="The first three are those of 2011 to 2023, the last three those since 2023."
        options={objectiveLabels}
      />
      <CheckboxField
        name="ideologies"
        legend="What it is about"
        legendSize="s"
        hint="Tick none if it is general."
        options={coveredIdeologyLabels}
        optional
        small
      />
      <RadioField
        name="basis"
        legend="Why this group?"
        legendSize="s"
        hint="A group is named only where evidence points to it. That it is for everybody is an answer too."
        options={[
          {
            value: "recommendation",
            label: basisLabels.recommendation,
            conditional: (
              <SelectField
                name="recommendationId"
                label="Which recommendation?"
                options={listed(recommendations)}
              />
            ),
          },
          {
            value: "risk",
            label: basisLabels.risk,
            conditional: <SelectField name="riskId" label="Which risk?" options={listed(risks)} />,
          },
          { value: "general", label: basisLabels.general },
        ]}
      />
      <TextField
        name="targetGroup"
        label="Whom it is for"
        hint="The group that the evidence points to. Leave it empty if it is general."
        optional
      />
      <TextAreaField
        name="basisWords"
        label="What shows that this is right"
        hint="In words about a place and its people in general, and about nobody."
        rows={4}
      />
      <SelectField
        name="ownerOrganisationId"
        label="Organisation that leads it"
        options={listed(organisations)}
      />
      <SelectField
        name="providerId"
        label="Who delivers it"
        hint="From the register of providers. It can be said later, before delivery starts."
        options={listed(providers)}
        prompt="Not known yet"
      />
    </>
  );
}
