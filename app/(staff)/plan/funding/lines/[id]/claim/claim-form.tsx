"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addClaimSchema } from "@/lib/funding/schema";
import { addClaim } from "../../../actions";

export function ClaimForm({ lineId, line }: Record<"lineId" | "line", string>) {
  const form = useActionForm(addClaimSchema, addClaim);
  return (
    <ActionForm
      form={form}
      submitLabel="Add claim"
      hidden={{ lineId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Add a claim</PageHeading>
      <TextField name="title" label="What is claimed" hint="For example, the second quarter" />
      <DateField
        name="dueDay"
        legend="By when is it due?"
        legendSize="s"
        hint="You are reminded ten working days before."
      />
      <TextField name="amount" label="Amount expected" prefix="£" inputMode="decimal" width={10} />
    </ActionForm>
  );
}
