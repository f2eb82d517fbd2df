"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { ragLabels } from "@/lib/plans/labels";
import { updatePlanActionSchema } from "@/lib/plans/schema";
import { updatePlanAction } from "./actions";

type Props = { actionId: string; reference: string; version: string; children: ReactNode };

/** Each colour asks for what makes it believable. */
export function UpdateForm({ actionId, reference, version, children }: Props) {
  const form = useActionForm(updatePlanActionSchema, updatePlanAction, { version });
  const rag = useWatch({ control: form.control, name: "rag" });
  return (
    <ActionForm
      form={form}
      submitLabel="Save update"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Update this action</PageHeading>
      {children}
      <RadioField name="rag" legend="How does it stand?" legendSize="m" options={ragLabels} />
      {(rag === "amber" || rag === "red") && (
        <TextAreaField
          name="reason"
          label="Reason"
          hint={rag === "red" ? "The steering group reads this." : undefined}
        />
      )}
      {rag === "amber" && (
        <TextAreaField name="recoveryPlan" label="How will it get back on track?" />
      )}
      {rag === "blue" && <TextAreaField name="evidence" label="What shows that it is done?" />}
      <TextField
        name="percent"
        label="How much is done?"
        suffix="percent"
        width={3}
        inputMode="numeric"
      />
      <TextAreaField name="note" label="Note" optional />
    </ActionForm>
  );
}
