"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { meetingIdSchema } from "@/lib/panels/schema";
import { signMinutes, writeMinutes } from "./actions";

type Props = { meetingId: string };

export function WriteForm({ meetingId }: Props) {
  const form = useActionForm(meetingIdSchema, writeMinutes);
  return (
    <ActionForm
      form={form}
      submitLabel="Write the minutes from the record"
      hidden={{ meetingId }}
    />
  );
}

export function SignForm({ meetingId }: Props) {
  const form = useActionForm(meetingIdSchema, signMinutes);
  return (
    <ActionForm
      form={form}
      submitLabel="Sign the minutes"
      hidden={{ meetingId }}
      cancel={<Link href={`/meetings/${meetingId}/minutes`}>Cancel and leave them a draft</Link>}
    />
  );
}
