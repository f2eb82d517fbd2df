"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { meetingIdSchema } from "@/lib/panels/schema";
import { closeMeeting } from "./actions";

export function CloseForm({ meetingId }: { meetingId: string }) {
  const form = useActionForm(meetingIdSchema, closeMeeting);
  return (
    <ActionForm
      form={form}
      submitLabel="Close the meeting"
      hidden={{ meetingId }}
      cancel={<Link href={`/meetings/${meetingId}`}>Cancel and keep the meeting open</Link>}
    />
  );
}
