"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawPlanSchema } from "@/lib/plans/publication/schema";
import { withdrawPlan } from "../actions";

export function WithdrawForm({ planId, title }: Record<"planId" | "title", string>) {
  const form = useActionForm(withdrawPlanSchema, withdrawPlan);
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw the public version"
      submitVariant="warning"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/public?plan=${planId}`}>Cancel and go back to the public version</Link>
      }
    >
      <PageHeading caption={title}>Withdraw the public version</PageHeading>
      <p className="govuk-body">
        Its page is gone at once. What people have saved or printed of it cannot be called back.
      </p>
      <TextAreaField name="reasons" label="Why is it withdrawn?" rows={4} />
    </ActionForm>
  );
}
