"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { payClaimSchema } from "@/lib/funding/schema";
import { payClaim } from "../../actions";

type Props = Record<"claimId" | "lineId" | "line" | "title" | "version" | "claimed", string>;

export function PayForm({ claimId, lineId, line, title, version, claimed }: Props) {
  const form = useActionForm(payClaimSchema, payClaim, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was paid"
      hidden={{ claimId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={`${line}: ${title}`}>Record that the claim was paid</PageHeading>
      <DateField name="paidDay" legend="When was it paid?" legendSize="s" />
      <TextField
        name="amount"
        label="Amount paid"
        hint={`${claimed} was claimed.`}
        prefix="£"
        inputMode="decimal"
        width={10}
      />
    </ActionForm>
  );
}
