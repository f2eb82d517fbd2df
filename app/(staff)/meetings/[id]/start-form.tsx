"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { meetingIdSchema } from "@/lib/panels/schema";
import { startMeeting } from "./actions";

export function StartForm({ meetingId }: { meetingId: string }) {
  const form = useActionForm(meetingIdSchema, startMeeting);
  return <ActionForm form={form} submitLabel="Start the meeting" hidden={{ meetingId }} />;
}
