"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Choices } from "@/components/governance/body-fields";
import { TermFields } from "@/components/governance/member-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { memberRoles } from "@/lib/governance/labels";
import { editMemberSchema } from "@/lib/governance/schema";
import { editMember } from "../../actions";

type Props = Record<"memberId" | "bodyId" | "body" | "name", string> & {
  values: FormValues;
  hats: Choices;
};

export function EditMemberForm({ memberId, bodyId, body, name, values, hats }: Props) {
  const form = useActionForm(editMemberSchema, editMember, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ memberId }}
      cancel={<Link href={`/meetings/bodies/${bodyId}`}>Cancel and go back to {body}</Link>}
    >
      <PageHeading caption={body}>{name}</PageHeading>
      <RadioField name="role" legend="Role on the body" legendSize="s" options={memberRoles} />
      <TextField name="post" label="Post" />
      <TermFields hats={hats} />
    </ActionForm>
  );
}
