"use client";

import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { strandLabels, workstreamLabels } from "@/lib/plans/labels";
import { coveredIdeologyLabels, ideologyLabels, sourceTypeLabels } from "@/lib/risks/labels";

export type Organisations = readonly { id: string; name: string }[];

/** What a risk says of itself. */
export function RiskWords({ organisations }: { organisations: Organisations }) {
  return (
    <>
      <h2 className="govuk-heading-m">What could happen</h2>
      <TextField name="title" label="Title" />
      <TextAreaField
        name="description"
        label="Description"
        hint="What could happen, where, and to whom. Name no person."
        rows={4}
      />
      <SelectField name="ideology" label="What is it about?" options={ideologyLabels} />
      <Frame />
      <Evidence organisations={organisations}>
        <TextAreaField
          name="controls"
          label="What is in place"
          hint="The controls that are there now."
          rows={4}
        />
      </Evidence>
    </>
  );
}

/** What the statement says that there is no evidence above the national background. */
export function BackgroundWords({ organisations }: { organisations: Organisations }) {
  return (
    <>
      <SelectField
        name="ideology"
        label="Which ideology does this answer for?"
        options={coveredIdeologyLabels}
      />
      <TextAreaField
        name="description"
        label="Statement"
        hint="What was looked at, over what time, and what it showed."
        rows={4}
      />
      <Frame />
      <Evidence organisations={organisations} />
    </>
  );
}

function Frame() {
  return (
    <>
      <RadioField
        name="strand"
        legend="Strand of the strategy"
        legendSize="s"
        options={strandLabels}
      />
      <RadioField
        name="workstream"
        legend="Workstream"
        legendSize="s"
        hint="Only Prevent work is counted as Prevent work."
        options={workstreamLabels}
      />
    </>
  );
}

function Evidence({
  organisations,
  children,
}: {
  organisations: Organisations;
  children?: React.ReactNode;
}) {
  return (
    <>
      <h2 className="govuk-heading-m">What it rests on</h2>
      <RadioField
        name="sourceType"
        legend="What kind of source is this?"
        legendSize="s"
        options={sourceTypeLabels}
      />
      <TextAreaField
        name="evidence"
        label="Evidence"
        hint="Nothing above OFFICIAL, and nothing held by or from an intelligence service."
        rows={4}
      />
      <RadioField
        name="mentionsCommunity"
        legend="Does this mention a community?"
        legendSize="s"
        hint="A faith, a nationality, an ethnic group, a neighbourhood known for one of these."
        options={[
          {
            value: "yes",
            label: "Yes",
            conditional: (
              <TextAreaField
                name="communityEvidence"
                label="What is the evidence for what is said of it?"
                rows={3}
              />
            ),
          },
          { value: "no", label: "No" },
        ]}
      />
      <TextAreaField
        name="proportionality"
        label="Why this is proportionate"
        hint="Say why it is needed here, and how it could help or harm cohesion."
        rows={4}
      />
      {children}
      <h2 className="govuk-heading-m">Who owns it</h2>
      <SelectField
        name="ownerOrganisationId"
        label="Organisation that owns it"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="ownerRole"
        label="Post of the owner"
        hint="A post, so that it outlives whoever holds it. For example, head of community safety."
      />
    </>
  );
}
