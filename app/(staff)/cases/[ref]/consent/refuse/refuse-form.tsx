"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { consentAuthorities } from "@/lib/consent/labels";
import { refuseConsentSchema } from "@/lib/consent/schema";
import { refuseConsent } from "./actions";

type Props = { caseId: string; reference: string; version: string; strand: string };

export function RefuseForm({ caseId, reference, version, strand }: Props) {
  const form = useActionForm(refuseConsentSchema, refuseConsent, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record the refusal"
      hidden={{ caseId, strand }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and record nothing</Link>}
    >
      <PageHeading caption={reference}>Record a refusal</PageHeading>
      <p className="govuk-body">
        No reason is asked for. A refusal is not a concern, and nothing is kept longer because of
        it.
      </p>
      <DateField name="refusedOn" legend="When was it refused?" />
      <RadioField name="authority" legend="Who refused?" options={consentAuthorities} small />
    </ActionForm>
  );
}
