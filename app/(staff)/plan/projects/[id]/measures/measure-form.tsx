"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { measureTypes, measureUnits } from "@/lib/projects/labels";
import { addProjectMeasureSchema } from "@/lib/projects/schema";
import { addProjectMeasure } from "../../actions";

type Props = Record<"projectId" | "reference" | "title", string>;

export function MeasureForm({ projectId, reference, title }: Props) {
  const form = useActionForm(addProjectMeasureSchema, addProjectMeasure);
  return (
    <ActionForm
      form={form}
      submitLabel="Add measure"
      hidden={{ projectId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${title}`}>Add a measure</PageHeading>
      <RadioField
        name="type"
        legend="What is it?"
        legendSize="s"
        hint="An output is what the project puts out. An outcome is what changes because of it."
        options={measureTypes}
      />
      <TextField name="name" label="What is measured" hint="For example, workshops held" />
      <RadioField
        name="unit"
        legend="What is it counted in?"
        legendSize="s"
        hint="Not in people: the returns count those who take part."
        options={measureUnits}
      />
      <TextField name="target" label="Target" inputMode="numeric" width={10} />
      <TextField
        name="source"
        label="Where the figure comes from"
        hint="For example, the attendance register"
      />
    </ActionForm>
  );
}
