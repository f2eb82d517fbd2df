"use client";

import { ChampionFields } from "@/components/champions/champion-fields";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { sectorLabels } from "@/lib/champions/labels";
import { addChampionSchema } from "@/lib/champions/schema";
import { addChampion } from "../actions";

type Props = { organisations: readonly { id: string; name: string }[] };

export function NewChampionForm({ organisations }: Props) {
  const form = useActionForm(addChampionSchema, addChampion);
  return (
    <ActionForm
      form={form}
      submitLabel="Add champion"
      cancel={<Link href="/champions">Cancel and go back to champions</Link>}
    >
      <PageHeading caption="Champions">Add a champion</PageHeading>
      <SelectField
        name="organisationId"
        label="Organisation"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField name="sector" label="Sector" options={sectorLabels} />
      <ChampionFields />
      <DateField name="appointedDay" legend="When were they appointed?" legendSize="s" />
      <DateField
        name="expiresDay"
        legend="When does it run out?"
        legendSize="s"
        hint="The day by which somebody asks whether they go on."
      />
    </ActionForm>
  );
}
