"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { BoardPlaceFields } from "@/components/governance/board-place-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { changeBoardMeetingSchema } from "@/lib/governance/schema";
import { changeBoardMeeting } from "../../actions";

type Props = { meetingId: string; caption: string; values: FormValues };

export function ChangeForm({ meetingId, caption, values }: Props) {
  const form = useActionForm(changeBoardMeetingSchema, changeBoardMeeting, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ meetingId }}
      cancel={
        <Link href={`/meetings/governance/${meetingId}`}>Cancel and go back to the meeting</Link>
      }
    >
      <PageHeading caption={caption}>Change when or where</PageHeading>
      <DateField name="heldDay" legend="Date of the meeting" legendSize="s" />
      <BoardPlaceFields />
    </ActionForm>
  );
}
