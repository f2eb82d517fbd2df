"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { type Choices, PlanActionFields } from "@/components/plans/plan-action-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editPlanActionSchema } from "@/lib/plans/schema";
import { editPlanAction } from "./actions";

type Props = Choices & { actionId: string; reference: string; now: FormValues };

export function EditForm({ actionId, reference, now, ...choices }: Props) {
  const form = useActionForm(editPlanActionSchema, editPlanAction, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Change this action</PageHeading>
      <PlanActionFields {...choices} />
    </ActionForm>
  );
}
