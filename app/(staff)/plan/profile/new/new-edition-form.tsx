"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import type { Organisations } from "@/components/risks/risk-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { editionKinds } from "@/lib/profile/labels";
import { addEditionSchema } from "@/lib/profile/schema";
import { addEdition } from "../actions";

type Props = { coverage: Coverage; organisations: Organisations };

export function NewEditionForm({ coverage, organisations }: Props) {
  const form = useActionForm(addEditionSchema, addEdition);
  return (
    <ActionForm
      form={form}
      submitLabel="Record edition"
      cancel={<Link href="/plan/profile">Cancel and go back to the local profile</Link>}
    >
      <PageHeading caption="Local profile">Record an edition</PageHeading>
      <p className="govuk-body">
        Only facts about it. The profile itself stays with the police, and nothing of it is copied
        here.
      </p>
      <CoverageField {...coverage} />
      <RadioField
        name="kind"
        legend="What kind of edition is it?"
        legendSize="s"
        options={editionKinds}
      />
      <TextField name="period" label="Period" hint="For example, 2026 to 2027" />
      <TextField name="versionLabel" label="Version" width={10} />
      <SelectField
        name="producedById"
        label="Who produced it?"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="datedDay" legend="What day is it dated?" legendSize="s" />
      <TextField
        name="heldAt"
        label="Where is the profile kept?"
        hint="A place, so that those on the access list know where to read it."
      />
    </ActionForm>
  );
}
