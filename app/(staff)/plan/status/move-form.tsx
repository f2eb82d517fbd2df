"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { type PlanStatus, statusLabels } from "@/lib/plans/labels";
import { movePlanSchema } from "@/lib/plans/schema";
import { movePlan } from "./actions";

type Props = { planId: string; version: string; moves: readonly PlanStatus[] };

export function MoveForm({ planId, version, moves }: Props) {
  const form = useActionForm(movePlanSchema, movePlan, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Change status"
      hidden={{ planId }}
      cancel={<Link href={`/plan?plan=${planId}`}>Cancel and go back to the plan</Link>}
    >
      <RadioField
        name="to"
        legend="What becomes of the plan?"
        legendSize="m"
        options={moves.map((status) => ({ value: status, label: statusLabels[status] }))}
      />
    </ActionForm>
  );
}
