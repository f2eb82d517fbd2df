"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { giveApprovalSchema, recordApprovalSchema } from "@/lib/reports/schema";
import { giveApproval, recordApproval } from "../../../actions";

type Props = { reportId: string; approverId: string; title: string; number: number; post: string };

const note = (
  <TextAreaField
    name="note"
    label="Note"
    optional
    hint="For those who work on the report. The public copy leaves it out."
  />
);

const Cancel = ({ reportId }: { reportId: string }) => (
  <Link href={`/plan/reports/${reportId}`}>Cancel and go back to the report</Link>
);

export function GiveForm({ reportId, approverId, title, number, post }: Props) {
  const form = useActionForm(giveApprovalSchema, giveApproval);
  return (
    <ActionForm
      form={form}
      submitLabel={`Approve version ${number}`}
      hidden={{ approverId, versionNumber: `${number}` }}
      cancel={<Cancel reportId={reportId} />}
    >
      <PageHeading caption={post}>Approve “{title}”</PageHeading>
      <p className="govuk-body">
        <Link href={`/plan/reports/${reportId}/versions/${number}`}>Read version {number}</Link>{" "}
        first: it is what you approve. If its text changes afterwards, your approval no longer
        counts and you are asked again.
      </p>
      {note}
    </ActionForm>
  );
}

export function RecordForm({ reportId, approverId, title, number, post }: Props) {
  const form = useActionForm(recordApprovalSchema, recordApproval);
  return (
    <ActionForm
      form={form}
      submitLabel="Record approval"
      hidden={{ approverId, versionNumber: `${number}` }}
      cancel={<Cancel reportId={reportId} />}
    >
      <PageHeading caption={post}>Record the approval of “{title}”</PageHeading>
      <p className="govuk-body">
        The officer has no account here. Record what they said of version {number}, and when.
      </p>
      <TextField name="name" label="Name of the officer" />
      <DateField name="givenDay" legend="When did they approve it?" legendSize="s" />
      {note}
    </ActionForm>
  );
}
