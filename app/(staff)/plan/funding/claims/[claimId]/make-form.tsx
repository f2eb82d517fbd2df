"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { makeClaimSchema } from "@/lib/funding/schema";
import { makeClaim } from "../../actions";

type Props = Record<"claimId" | "lineId" | "line" | "title" | "version" | "expected", string>;

export function MakeForm({ claimId, lineId, line, title, version, expected }: Props) {
  const form = useActionForm(makeClaimSchema, makeClaim, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was made"
      hidden={{ claimId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={`${line}: ${title}`}>Record that the claim was made</PageHeading>
      <DateField name="madeDay" legend="When was it made?" legendSize="s" />
      <TextField
        name="amount"
        label="Amount claimed"
        hint={`${expected} is expected.`}
        prefix="£"
        inputMode="decimal"
        width={10}
      />
    </ActionForm>
  );
}
