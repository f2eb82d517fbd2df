"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { contactSchema } from "@/lib/support/schema";
import { recordContact } from "./actions";

export function ContactForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(contactSchema, recordContact);
  return (
    <ActionForm
      form={form}
      submitLabel="Record contact"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Cancel and go back to support</Link>}
    >
      <PageHeading caption={reference}>Record contact with the person</PageHeading>
      <p className="govuk-body">
        Only the day is kept. When there has been no contact for three weeks, the case shows as
        overdue.
      </p>
      <DateField name="metOn" legend="When were they last in touch?" />
    </ActionForm>
  );
}
