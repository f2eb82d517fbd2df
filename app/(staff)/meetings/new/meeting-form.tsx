"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { meetingSchema } from "@/lib/panels/schema";
import { callMeeting } from "./actions";

export function MeetingForm({ people }: { people: Option[] }) {
  const form = useActionForm(meetingSchema, callMeeting, { title: "Channel panel" });
  return (
    <ActionForm
      form={form}
      submitLabel="Call the meeting"
      cancel={<Link href="/meetings">Cancel and go back to meetings</Link>}
    >
      <PageHeading>Call a meeting</PageHeading>
      <TextField name="title" label="Title" />
      <DateField name="heldOn" legend="Date of the meeting" />
      <TextField
        name="startsAt"
        label="Start time"
        hint="For example, 2pm or 14:00"
        width={5}
        autoComplete="off"
      />
      <TextField name="place" label="Place" />
      <CheckboxField
        name="memberHatIds"
        legend="Who is invited?"
        hint="Whoever is invited can read every case that you put on the agenda, unless they have a conflict of interest."
        options={people}
        small
      />
    </ActionForm>
  );
}
