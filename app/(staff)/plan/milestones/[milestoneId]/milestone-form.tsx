"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editMilestoneSchema } from "@/lib/plans/milestones/schema";
import { milestoneStates } from "@/lib/plans/parts/labels";
import { editMilestone } from "./actions";

type Props = { milestoneId: string; actionId: string; reference: string; now: FormValues };

/** Where it stands, its day, and why that moved. */
export function MilestoneForm({ milestoneId, actionId, reference, now }: Props) {
  const form = useActionForm(editMilestoneSchema, editMilestone, now);
  const state = useWatch({ control: form.control, name: "state" });
  return (
    <ActionForm
      form={form}
      submitLabel="Save milestone"
      hidden={{ milestoneId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Change this milestone</PageHeading>
      <TextField name="title" label="What will have been reached?" />
      <DateField name="dueDay" legend="By when?" legendSize="s" />
      <RadioField
        name="state"
        legend="How does it stand?"
        legendSize="s"
        options={milestoneStates}
      />
      {state === "met" && <DateField name="metDay" legend="When was it met?" legendSize="s" />}
      <TextAreaField
        name="reason"
        label="Why it moved or was dropped"
        hint="Asked for when the date moves on, or when it is dropped."
        optional
      />
    </ActionForm>
  );
}
