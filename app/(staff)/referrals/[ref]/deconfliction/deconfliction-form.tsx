"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { deconflictionOutcomes } from "@/lib/cases/labels";
import { recordDeconflictionSchema } from "@/lib/referrals/screening/schema";
import { recordDeconfliction } from "./actions";

type Props = { id: string; reference: string; name: string };

/** A code and nothing else: there is no field to write in (IS-24). */
export function DeconflictionForm({ id, reference, name }: Props) {
  const form = useActionForm(recordDeconflictionSchema, recordDeconfliction);
  return (
    <ActionForm
      form={form}
      submitLabel="Record check"
      hidden={{ referralId: id }}
      cancel={<Link href={`/referrals/${reference}`}>Cancel and go back to the referral</Link>}
    >
      <PageHeading caption={`${reference}, ${name}`}>Record a deconfliction check</PageHeading>
      <RadioField
        name="outcome"
        legend="What did the check find?"
        hint="Only this answer is kept. Nothing about an investigation is written down here."
        options={deconflictionOutcomes}
      />
    </ActionForm>
  );
}
