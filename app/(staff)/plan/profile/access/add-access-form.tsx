"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Organisations } from "@/components/risks/risk-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addAccessSchema } from "@/lib/profile/schema";
import { addAccess } from "../actions";

export function AddAccessForm({ organisations }: { organisations: Organisations }) {
  const form = useActionForm(addAccessSchema, addAccess);
  return (
    <ActionForm
      form={form}
      submitLabel="Add post"
      cancel={<Link href="/plan/profile">Cancel and go back to the local profile</Link>}
    >
      <PageHeading caption="Local profile">Add a post to the access list</PageHeading>
      <SelectField
        name="organisationId"
        label="Organisation"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField name="post" label="Post" hint="A post, and nobody's name." />
      <TextAreaField name="reason" label="Why does this post have to read the profile?" rows={3} />
    </ActionForm>
  );
}
