"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { cancelBoardMeetingSchema } from "@/lib/governance/schema";
import { cancelBoardMeeting } from "../../actions";

type Props = Record<"meetingId" | "caption" | "version", string>;

export function CancelForm({ meetingId, caption, version }: Props) {
  const form = useActionForm(cancelBoardMeetingSchema, cancelBoardMeeting, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Cancel the meeting"
      submitVariant="warning"
      hidden={{ meetingId }}
      cancel={<Link href={`/meetings/governance/${meetingId}`}>Go back without cancelling</Link>}
    >
      <PageHeading caption={caption}>Cancel the meeting</PageHeading>
      <TextAreaField name="reason" label="Why is it cancelled?" rows={3} />
    </ActionForm>
  );
}
