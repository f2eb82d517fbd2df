"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { handOverFormSchema } from "@/lib/consent/schema";
import { handOverForm } from "./actions";

export function HandOverFormForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(handOverFormSchema, handOverForm);
  return (
    <ActionForm
      form={form}
      submitLabel="Hand over the form"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support`}>Cancel and go back to support</Link>}
    >
      <PageHeading caption={reference}>Hand over a signed consent form</PageHeading>
      <p className="govuk-body">
        The coordinator or the chair confirms it. Until then consent stands where it stood, and
        nothing starts because of this form.
      </p>
      <DateField name="signedOn" legend="When was it signed?" />
      <TextField name="givenBy" label="Who signed it?" />
      <TextAreaField
        name="note"
        label="Anything the coordinator should know of the form?"
        rows={3}
        optional
      />
    </ActionForm>
  );
}
