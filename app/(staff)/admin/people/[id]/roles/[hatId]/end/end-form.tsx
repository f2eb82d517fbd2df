"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { endRoleSchema } from "@/lib/accounts/schema";
import { endRoleAction } from "../../../../actions";

type Props = Record<"userId" | "hatId" | "name" | "role" | "organisation", string>;

export function EndForm({ userId, hatId, name, role, organisation }: Props) {
  const form = useActionForm(endRoleSchema, endRoleAction);
  return (
    <ActionForm
      form={form}
      submitLabel="End this role"
      submitVariant="warning"
      hidden={{ userId, hatId }}
      cancel={<Link href={`/admin/people/${userId}`}>Cancel and go back to this person</Link>}
    >
      <PageHeading caption={name}>End this role</PageHeading>
      <SummaryList
        rows={[
          { key: "Role", value: role },
          { key: "Organisation", value: organisation },
        ]}
      />
      <p className="govuk-body">
        From their next click they see nothing that this role let them see. What waits for them in
        this role stays where it is: give their cases and actions to somebody else.
      </p>
    </ActionForm>
  );
}
