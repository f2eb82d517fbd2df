"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { setTrainingSchema } from "@/lib/training/schema";
import { setTraining } from "./actions";

export function TrainingForm(values: { target: string; staleMonths: string }) {
  const form = useActionForm(setTrainingSchema, setTraining, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save the training target"
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <PageHeading>Training target</PageHeading>
      <TextField
        name="target"
        label="How many of a group should be trained and in date?"
        hint="The co-ordinator can set another for one group and course."
        suffix="%"
        width={3}
        inputMode="numeric"
      />
      <TextField
        name="staleMonths"
        label="For how long are declared figures relied on?"
        hint="Or until the course has to be taken again, if that is sooner."
        suffix="months"
        width={3}
        inputMode="numeric"
      />
    </ActionForm>
  );
}
