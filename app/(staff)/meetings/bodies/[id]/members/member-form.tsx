"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Choices } from "@/components/governance/body-fields";
import { TermFields } from "@/components/governance/member-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { memberRoles } from "@/lib/governance/labels";
import { addMemberSchema } from "@/lib/governance/schema";
import { addMember } from "../../actions";

type Props = { bodyId: string; name: string; hats: Choices; organisations: Choices };

export function MemberForm({ bodyId, name, hats, organisations }: Props) {
  const form = useActionForm(addMemberSchema, addMember);
  return (
    <ActionForm
      form={form}
      submitLabel="Add member"
      hidden={{ bodyId }}
      cancel={<Link href={`/meetings/bodies/${bodyId}`}>Cancel and go back to {name}</Link>}
    >
      <PageHeading caption={name}>Add a member</PageHeading>
      <RadioField name="role" legend="Role on the body" legendSize="s" options={memberRoles} />
      <SelectField
        name="hatId"
        label="Who is this, if they have an account here?"
        hint="With an account they read the papers of this body."
        optional
        options={hats}
        prompt="Somebody without an account"
      />
      <TextField name="name" label="Name of somebody without an account" optional />
      <SelectField
        name="organisationId"
        label="Organisation of somebody without an account"
        optional
        options={organisations}
        prompt="None"
      />
      <TextField name="post" label="Post" hint="For example, director of public protection." />
      <DateField name="fromDay" legend="First day of the term" legendSize="s" />
      <TermFields hats={hats} />
    </ActionForm>
  );
}
