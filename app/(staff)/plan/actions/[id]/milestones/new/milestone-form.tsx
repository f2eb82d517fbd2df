"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addMilestoneSchema } from "@/lib/plans/milestones/schema";
import { addMilestone } from "./actions";

export function MilestoneForm({ actionId, reference }: { actionId: string; reference: string }) {
  const form = useActionForm(addMilestoneSchema, addMilestone);
  return (
    <ActionForm
      form={form}
      submitLabel="Add milestone"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Add a milestone</PageHeading>
      <TextField name="title" label="What will have been reached?" />
      <DateField name="dueDay" legend="By when?" />
    </ActionForm>
  );
}
