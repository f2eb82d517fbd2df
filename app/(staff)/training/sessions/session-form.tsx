"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { asOptions } from "@/components/training/requirement-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { audienceLabels, sessionStates } from "@/lib/training/labels";
import { saveSessionSchema } from "@/lib/training/schema";
import { saveSession } from "../actions";

type Props = {
  title: string;
  sessionId?: string;
  courses: readonly { id: string; name: string }[];
  organisations: readonly { value: string; label: string }[];
  values?: FormValues;
};

export function SessionForm({ title, sessionId, courses, organisations, values }: Props) {
  const form = useActionForm(saveSessionSchema, saveSession, values);
  const back = sessionId ? `/training/sessions/${sessionId}` : "/training/sessions";
  return (
    <ActionForm
      form={form}
      submitLabel="Save session"
      hidden={sessionId ? { sessionId } : {}}
      cancel={
        <Link href={back}>Cancel and go back to {sessionId ? "the session" : "the sessions"}</Link>
      }
    >
      <PageHeading caption="Training">{title}</PageHeading>
      <SelectField name="courseId" label="Course" options={asOptions(courses)} />
      <TextField name="title" label="Title" />
      <SelectField name="audience" label="Whom is it for?" options={audienceLabels} />
      <DateField name="heldDay" legend="Which day is it?" legendSize="s" />
      <TextField name="starts" label="When does it start?" hint="For example, 2:30pm" width={10} />
      <TextField name="venue" label="Where is it held?" />
      <SelectField name="hostOrganisationId" label="Who hosts it?" options={organisations} />
      <TextField
        name="trainers"
        label="Who gives it?"
        hint="Posts or bodies. For example, two accredited trainers of the council."
      />
      <TextField name="capacity" label="How many places are there?" width={4} inputMode="numeric" />
      <RadioField name="status" legend="How does it stand?" options={sessionStates} />
    </ActionForm>
  );
}
