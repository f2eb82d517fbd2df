"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { WhereFields } from "@/components/panels/where-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { changeMeetingSchema } from "@/lib/panels/series/schema";
import { changeMeeting } from "./actions";

type Props = { meetingId: string; isInSeries: boolean; now: Record<string, string> };

export function ChangeForm({ meetingId, isInSeries, now }: Props) {
  const form = useActionForm(changeMeetingSchema, changeMeeting, now);
  return (
    <ActionForm form={form} submitLabel="Change the meeting" hidden={{ meetingId }}>
      <PageHeading>Change when or where the meeting is</PageHeading>
      <p className="govuk-body">
        Everybody invited is told.{" "}
        {isInSeries && "The other meetings of its series stay as they are."}
      </p>
      <TextField name="title" label="Title" />
      <DateField name="heldOn" legend="Date of the meeting" />
      <WhereFields />
    </ActionForm>
  );
}
