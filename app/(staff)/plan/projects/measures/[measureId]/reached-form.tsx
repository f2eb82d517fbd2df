"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type MeasureUnit, measureUnits } from "@/lib/projects/labels";
import { recordReachedSchema } from "@/lib/projects/schema";
import { recordReached } from "../../actions";

type Props = Record<"measureId" | "projectId" | "reference" | "name" | "version", string> & {
  unit: MeasureUnit;
  target: number;
};

export function ReachedForm({
  measureId,
  projectId,
  reference,
  name,
  unit,
  target,
  version,
}: Props) {
  const form = useActionForm(recordReachedSchema, recordReached, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record figure"
      hidden={{ measureId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${name}`}>Record what was reached</PageHeading>
      <TextField
        name="actual"
        label={`${measureUnits[unit]}, from the start until now`}
        hint={`The target is ${target.toLocaleString("en-GB")}.`}
        inputMode="numeric"
        width={10}
      />
      <DateField name="actualDay" legend="When was it counted?" legendSize="s" />
    </ActionForm>
  );
}
