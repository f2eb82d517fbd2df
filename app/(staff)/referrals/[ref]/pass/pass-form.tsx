"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { passReferralSchema } from "@/lib/referrals/pass/schema";
import { passReferral } from "./actions";

type Props = { id: string; reference: string; areas: Option[] };

export function PassForm({ id, reference, areas }: Props) {
  const form = useActionForm(passReferralSchema, passReferral);
  return (
    <ActionForm
      form={form}
      submitLabel="Send to this area"
      hidden={{ referralId: id }}
      cancel={<Link href={`/referrals/${reference}`}>Cancel and go back to the referral</Link>}
    >
      <PageHeading caption={reference}>Send this referral to another area</PageHeading>
      <p className="govuk-body">
        Everything that was written goes with it, and its gateway and council have it at once. Here
        only a code and a date are kept. Whoever sent it is told how far it is, as before.
      </p>
      <SelectField name="toAreaId" label="Which area does it belong to?" options={areas} />
      <TextAreaField
        name="reason"
        label="Why does it belong there?"
        hint="At least 20 characters. Its gateway reads this. Do not write anything about the person."
        rows={3}
        maxLength={500}
      />
    </ActionForm>
  );
}
