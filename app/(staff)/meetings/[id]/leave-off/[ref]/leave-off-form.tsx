"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { leaveOffSchema } from "@/lib/panels/agenda/schema";
import { leaveOff } from "./actions";

type Props = { meetingId: string; caseId: string; reference: string };

export function LeaveOffForm({ meetingId, caseId, reference }: Props) {
  const form = useActionForm(leaveOffSchema, leaveOff);
  return (
    <ActionForm form={form} submitLabel="Leave off this meeting" hidden={{ meetingId, caseId }}>
      <PageHeading caption={reference}>Leave a case off this meeting</PageHeading>
      <p className="govuk-body">
        It is due again at the next meeting by itself. You can still put it on this agenda.
      </p>
      <TextAreaField name="reason" label="Why is it left off?" maxLength={500} rows={4} />
    </ActionForm>
  );
}
