"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { lapseReasons } from "@/lib/consent/labels";
import { lapseConsentSchema } from "@/lib/consent/schema";
import { lapseConsent } from "./actions";

type Props = { caseId: string; reference: string; strand: string };

export function AskAgainForm({ caseId, reference, strand }: Props) {
  const form = useActionForm(lapseConsentSchema, lapseConsent);
  return (
    <ActionForm
      form={form}
      submitLabel="Stop support and ask again"
      hidden={{ caseId, strand }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and keep consent as it is</Link>}
    >
      <PageHeading caption={reference}>Ask for consent again</PageHeading>
      <p className="govuk-body">
        What this consent covers stops until somebody whose consent counts has given it again.
      </p>
      <RadioField name="reason" legend="Why?" options={lapseReasons} small />
    </ActionForm>
  );
}
