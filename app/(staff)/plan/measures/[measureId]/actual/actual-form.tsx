"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { recordActualSchema } from "@/lib/plans/measures/schema";
import { recordActual } from "./actions";

type Props = {
  measureId: string;
  reference: string;
  version: string;
  name: string;
  unit: string;
  target: string;
  quarters: { value: string; label: string }[];
  areas: { id: string; name: string }[];
};

/** One figure of one quarter. A correction is another figure of the same quarter. */
export function ActualForm({ measureId, reference, version, quarters, areas, ...about }: Props) {
  const form = useActionForm(recordActualSchema, recordActual, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record figure"
      hidden={{ measureId }}
      cancel={<Link href={`/plan/measures/${measureId}`}>Cancel and go back to the measure</Link>}
    >
      <PageHeading caption={`Action ${reference}, ${about.name}`}>Record a figure</PageHeading>
      <SelectField
        name="quarter"
        label="Which quarter is it of?"
        prompt="Select a quarter"
        options={quarters}
      />
      {areas.length > 1 && (
        <SelectField
          name="forArea"
          label="Which area is it of?"
          prompt="All areas together"
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        name="actual"
        label={`Figure, in ${about.unit}`}
        hint={`The target is ${about.target}. A figure never changes: a correction is another, and the last counts.`}
        width={10}
        inputMode="decimal"
      />
      <TextAreaField name="note" label="Note" optional />
    </ActionForm>
  );
}
