"use client";

import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { type PlanStatus, statusLabels } from "@/lib/plans/labels";
import { movePlanSchema } from "@/lib/plans/schema";
import { movePlan } from "./actions";

type Props = { planId: string; version: string; moves: readonly PlanStatus[] };

export function MoveForm({ planId, version, moves }: Props) {
  const form = useActionForm(movePlanSchema, movePlan, { version });
  const to = useWatch({ control: form.control, name: "to" });
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
      {to === "approved" && (
        <>
          <TextField name="approvedBy" label="Who approved it?" hint="The group, not a person." />
          <DateField name="approvedDay" legend="When was it approved?" />
        </>
      )}
    </ActionForm>
  );
}
