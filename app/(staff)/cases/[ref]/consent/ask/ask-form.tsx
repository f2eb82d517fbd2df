"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { seekConsentSchema } from "@/lib/consent/schema";
import { seekConsent } from "./actions";

type Props = { caseId: string; reference: string; version: string; strand: string };

export function AskForm({ caseId, reference, version, strand }: Props) {
  const form = useActionForm(seekConsentSchema, seekConsent, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that consent was asked for"
      hidden={{ caseId, strand }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and record nothing</Link>}
    >
      <PageHeading caption={reference}>Record that consent was asked for</PageHeading>
      <DateField name="soughtOn" legend="When was it asked for?" />
      <TextField name="askedBy" label="Who asked?" />
      <TextField name="askedOf" label="Who was asked?" />
    </ActionForm>
  );
}
