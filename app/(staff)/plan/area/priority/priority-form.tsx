"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { priorityLabels } from "@/lib/areas/labels";
import { recordPrioritySchema } from "@/lib/areas/schema";
import { recordPriority } from "../actions";

type Props = { years: { value: string; label: string }[] };

export function PriorityForm({ years }: Props) {
  const form = useActionForm(recordPrioritySchema, recordPriority);
  return (
    <ActionForm
      form={form}
      submitLabel="Record status"
      cancel={<Link href="/plan/area">Cancel and go back to the area</Link>}
    >
      <PageHeading caption="The area">Record the status of a year</PageHeading>
      <p className="govuk-body">
        Areas are prioritised nationally each autumn, for the financial year that follows. What you
        record stays in the history.
      </p>
      <SelectField name="yearDay" label="Financial year" options={years} />
      <RadioField
        name="status"
        legend="What is the area in that year?"
        legendSize="s"
        options={priorityLabels}
      />
      <TextField
        name="source"
        label="Where is this from?"
        hint="For example, the Home Office letter of 4 November."
      />
    </ActionForm>
  );
}
