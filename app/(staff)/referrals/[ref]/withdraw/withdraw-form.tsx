"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawReferralSchema } from "@/lib/referrals/schema";
import { withdrawReferral } from "./actions";

export function WithdrawForm({ reference }: { reference: string }) {
  const form = useActionForm(withdrawReferralSchema, withdrawReferral);
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw referral"
      submitVariant="warning"
      hidden={{ reference }}
      cancel={<Link href={`/referrals/${reference}`}>Leave it with the gateway</Link>}
    >
      <PageHeading caption={reference}>Withdraw this referral</PageHeading>
      <p className="govuk-body">
        You can withdraw it until the gateway has decided. Once withdrawn, it is kept for 30 days
        and then erased. If you still think that somebody may come to harm, leave it with the
        gateway.
      </p>
      <TextAreaField
        name="reason"
        label="Why are you withdrawing it?"
        hint="It is kept beside what you sent."
      />
    </ActionForm>
  );
}
