"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { cancelMeetingSchema } from "@/lib/panels/series/schema";
import { cancelMeeting } from "./actions";

type Props = { meetingId: string; version: string; caption: string };

export function CancelForm({ meetingId, version, caption }: Props) {
  const form = useActionForm(cancelMeetingSchema, cancelMeeting, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Cancel the meeting"
      submitVariant="warning"
      hidden={{ meetingId }}
    >
      <PageHeading caption={caption}>Cancel the meeting</PageHeading>
      <p className="govuk-body">
        Everybody invited is told. What is on its agenda comes off it, and is due again at the next
        meeting by itself. The other meetings of its series stay as they are.
      </p>
      <TextAreaField
        name="reason"
        label="Why is it cancelled?"
        hint="Everybody invited can read this. Do not name anybody."
        maxLength={500}
        rows={4}
      />
    </ActionForm>
  );
}
