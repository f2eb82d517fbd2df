"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawConsentSchema } from "@/lib/consent/schema";
import { withdrawConsent } from "./actions";

type Props = { caseId: string; reference: string; strand: string };

export function WithdrawForm({ caseId, reference, strand }: Props) {
  const form = useActionForm(withdrawConsentSchema, withdrawConsent);
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw consent now"
      submitVariant="warning"
      hidden={{ caseId, strand }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and keep consent as it is</Link>}
    >
      <PageHeading caption={reference}>Withdraw consent</PageHeading>
      <p className="govuk-body">
        What this consent covers stops at once, and everybody who gives support is told. No reason
        is needed. The chair then records whether and when the panel looks at this again.
      </p>
    </ActionForm>
  );
}
