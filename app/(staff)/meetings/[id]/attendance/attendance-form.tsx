"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { attendanceSchema } from "@/lib/panels/schema";
import { recordAttendance } from "./actions";

type Props = { meetingId: string; caption: string; people: Option[]; present: string[] };

export function AttendanceForm({ meetingId, caption, people, present }: Props) {
  const form = useActionForm(attendanceSchema, recordAttendance, { presentHatIds: present });
  return (
    <ActionForm form={form} submitLabel="Record attendance" hidden={{ meetingId }}>
      <PageHeading caption={caption}>Take attendance</PageHeading>
      <CheckboxField
        name="presentHatIds"
        legend="Who is in the room?"
        hint="Whoever is not ticked is recorded as having sent apologies. You can change this for one item on its own page."
        options={people}
        small
      />
      <InsetText>
        What is said here is confidential. It is shared only with those who need it to support the
        person, and papers are not taken away.
      </InsetText>
      <CheckboxField
        name="confidentiality"
        label="Everybody in the room agrees to the confidentiality statement"
      />
    </ActionForm>
  );
}
