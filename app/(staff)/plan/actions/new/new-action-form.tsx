"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Choices, PlanActionFields } from "@/components/plans/plan-action-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addPlanActionSchema } from "@/lib/plans/schema";
import { addPlanAction } from "./actions";

type Props = Choices & { planId: string; plan: string };

export function NewActionForm({ planId, plan, ...choices }: Props) {
  const form = useActionForm(addPlanActionSchema, addPlanAction);
  return (
    <ActionForm
      form={form}
      submitLabel="Add action"
      hidden={{ planId }}
      cancel={<Link href={`/plan?plan=${planId}`}>Cancel and go back to the plan</Link>}
    >
      <PageHeading caption={plan}>Add an action</PageHeading>
      <PlanActionFields
        {...choices}
        due={<DateField name="dueDay" legend="When is it due?" legendSize="s" />}
      />
    </ActionForm>
  );
}
