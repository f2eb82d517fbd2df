"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { WhereFields } from "@/components/panels/where-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { meetingSchema } from "@/lib/panels/schema";
import { callMeeting } from "./actions";

const usual = { title: "Channel panel", lastsMinutes: "180" };

export function MeetingForm({ people, areas }: { people: Option[]; areas: Option[] }) {
  const form = useActionForm(meetingSchema, callMeeting, usual);
  return (
    <ActionForm
      form={form}
      submitLabel="Call the meeting"
      cancel={<Link href="/meetings">Cancel and go back to meetings</Link>}
    >
      <PageHeading>Call a meeting</PageHeading>
      <p className="govuk-body">
        Meetings at regular times can be <Link href="/meetings/series">called all at once</Link>.
      </p>
      <TextField name="title" label="Title" />
      <DateField name="heldOn" legend="Date of the meeting" />
      <WhereFields />
      <CheckboxField
        name="isExtraordinary"
        label="This is an extraordinary meeting"
        hint="For a case that cannot wait for the next regular meeting."
        small
      />
      {areas.length > 0 && (
        <CheckboxField
          name="areaIds"
          legend="Is it a joint meeting with other areas?"
          hint="Each area then invites its own people and brings its own cases. Nobody reads another area's cases because of it."
          options={areas}
          optional
          small
        />
      )}
      <CheckboxField
        name="memberHatIds"
        legend="Who is invited?"
        hint="Whoever is invited can read every case of this area that is put on the agenda, unless they have a conflict of interest."
        options={people}
        small
      />
    </ActionForm>
  );
}
