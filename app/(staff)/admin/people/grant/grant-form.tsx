"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { SelectField } from "@/components/form/select-field";
import { EmailField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { roleLabels } from "@/lib/access/labels";
import { grantRoleSchema } from "@/lib/accounts/schema";
import { seats } from "@/lib/panels/labels";
import { grantRoleAction } from "../actions";

export function GrantForm({
  organisations,
}: {
  organisations: { value: string; label: string }[];
}) {
  const form = useActionForm(grantRoleSchema, grantRoleAction);
  return (
    <ActionForm
      form={form}
      submitLabel="Give this role"
      cancel={<Link href="/admin/people">Cancel and go back to people</Link>}
    >
      <PageHeading>Give somebody a role</PageHeading>
      <p className="govuk-body">
        Somebody new is added. Somebody who is here already, known by their email address, keeps the
        name they have.
      </p>
      <EmailField
        name="email"
        label="Email address"
        hint="Their own address at work. They sign in with it."
        autoComplete="off"
      />
      <TextField name="name" label="Name" autoComplete="off" />
      <SelectField name="organisationId" label="Organisation" options={organisations} />
      <SelectField name="role" label="Role" options={roleLabels} />
      <SelectField
        name="seat"
        label="Seat on the panel"
        hint="For a panel chair or a panel member only."
        options={seats}
        prompt="No seat"
      />
      <CheckboxField
        name="isChecked"
        label="I have checked the address, and their organisation has asked for this role"
      />
    </ActionForm>
  );
}
