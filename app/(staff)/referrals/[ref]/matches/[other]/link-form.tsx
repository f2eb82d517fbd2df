"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { linkAnswerLabels } from "@/lib/referrals/labels";
import { linkReferralSchema } from "@/lib/referrals/screening/schema";
import { linkReferral } from "./actions";

type Props = { referralId: string; otherReferralId: string; reference: string };

export function LinkForm({ referralId, otherReferralId, reference }: Props) {
  const form = useActionForm(linkReferralSchema, linkReferral);
  return (
    <ActionForm
      form={form}
      submitLabel="Record answer"
      hidden={{ referralId, otherReferralId }}
      cancel={<Link href={`/referrals/${reference}`}>Cancel and go back to the referral</Link>}
    >
      <RadioField
        name="answer"
        legend="Are these two referrals about the same person?"
        legendSize="m"
        hint="Nothing is merged, and you can take the answer back."
        options={linkAnswerLabels}
      />
      <TextAreaField
        name="reasons"
        label="Reasons"
        labelSize="m"
        hint="At least 20 characters. What did you check?"
        maxLength={2000}
      />
    </ActionForm>
  );
}
