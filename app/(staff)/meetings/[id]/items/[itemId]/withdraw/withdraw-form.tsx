"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawSchema } from "@/lib/panels/schema";
import { withdrawInvitation } from "./actions";

type Props = { itemId: string; reference: string; people: Option[] };

export function WithdrawForm({ itemId, reference, people }: Props) {
  const form = useActionForm(withdrawSchema, withdrawInvitation);
  return (
    <ActionForm form={form} submitLabel="Withdraw the invitation" hidden={{ itemId }}>
      <PageHeading caption={reference}>Withdraw an invitation for this case</PageHeading>
      <p className="govuk-body">
        The meeting, the case and what they were asked are then no longer shown to them.
      </p>
      <RadioField name="hatId" legend="Whose invitation?" options={people} />
    </ActionForm>
  );
}
