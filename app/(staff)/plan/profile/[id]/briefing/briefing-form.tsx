"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { logBriefingSchema } from "@/lib/profile/schema";
import { logBriefing } from "../../actions";

type Props = { editionId: string; reference: string };

export function BriefingForm({ editionId, reference }: Props) {
  const form = useActionForm(logBriefingSchema, logBriefing);
  return (
    <ActionForm
      form={form}
      submitLabel="Log briefing"
      hidden={{ editionId }}
      cancel={<Link href={`/plan/profile/${editionId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Log a briefing</PageHeading>
      <TextField
        name="audience"
        label="Who was briefed?"
        hint="A body, like the steering group. No names."
      />
      <TextField name="people" label="How many people?" width={3} inputMode="numeric" />
      <TextField name="briefedBy" label="Who gave the briefing?" hint="A post." />
      <DateField name="briefedDay" legend="When was it?" legendSize="s" />
      <TextAreaField
        name="handling"
        label="How was it handled?"
        hint="For example: read in the room, and nothing taken away."
        rows={3}
      />
    </ActionForm>
  );
}
