"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { endReportSchema } from "@/lib/support/sessions/schema";
import { writeEndReport } from "./actions";

export function ReportForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(endReportSchema, writeEndReport);
  return (
    <ActionForm
      form={form}
      submitLabel="Send the end report"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support/sessions`}>Cancel and send nothing</Link>}
    >
      <PageHeading caption={reference}>End report</PageHeading>
      <p className="govuk-body">
        The panel reads this when it decides whether support can end. How many sessions were held
        and missed is counted for you. It can be sent once.
      </p>
      <TextAreaField name="done" label="What was done?" />
      <TextAreaField name="changed" label="What has changed?" />
      <TextAreaField name="remains" label="What remains to be done?" />
      <TextAreaField name="suggested" label="What do you suggest?" rows={3} />
    </ActionForm>
  );
}
