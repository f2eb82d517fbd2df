"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { inviteMembersSchema } from "@/lib/panels/series/schema";
import { inviteMembers } from "./actions";

type Props = { meetingId: string; caption: string; people: Option[] };

export function MembersForm({ meetingId, caption, people }: Props) {
  const form = useActionForm(inviteMembersSchema, inviteMembers);
  return (
    <ActionForm form={form} submitLabel="Invite to the meeting" hidden={{ meetingId }}>
      <PageHeading caption={caption}>Invite more people</PageHeading>
      <CheckboxField
        name="memberHatIds"
        legend="Who is invited?"
        hint="They can then read every case of your area on the agenda, unless they have a conflict of interest."
        options={people}
        small
      />
    </ActionForm>
  );
}
