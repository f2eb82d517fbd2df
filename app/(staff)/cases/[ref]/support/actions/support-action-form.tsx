"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { fundingSources, supportTypes } from "@/lib/support/labels";
import { supportActionSchema } from "@/lib/support/schema";
import { addSupportAction } from "./actions";

type Props = {
  caseId: string;
  reference: string;
  needs: Option[];
  organisations: Option[];
  people: Option[];
};

export function SupportActionForm({ caseId, reference, needs, organisations, people }: Props) {
  const form = useActionForm(supportActionSchema, addSupportAction);
  return (
    <ActionForm
      form={form}
      submitLabel="Add action"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Cancel and go back to support</Link>}
    >
      <PageHeading caption={reference}>Add an action to the plan</PageHeading>
      <TextAreaField name="title" label="What will be done?" rows={3} />
      {needs.length > 0 && (
        <SelectField
          name="needId"
          label="Which objective does it serve?"
          options={needs}
          prompt="None of these"
          optional
        />
      )}
      <RadioField
        name="supportType"
        legend="Which kind of support is it?"
        options={supportTypes}
        small
      />
      <SelectField
        name="ownerOrganisationId"
        label="Which organisation does it?"
        options={organisations}
      />
      {people.length > 0 && (
        <SelectField
          name="ownerHatId"
          label="Mentor"
          hint="When a mentor of that organisation does it."
          options={people}
          prompt="No mentor"
          optional
        />
      )}
      <DateField name="startsOn" legend="When does it start?" />
      <DateField name="dueOn" legend="When is it due?" />
      <RadioField name="funding" legend="Who pays for it?" options={fundingSources} small />
      <TextField name="measure" label="How will we know that it helped?" />
    </ActionForm>
  );
}
