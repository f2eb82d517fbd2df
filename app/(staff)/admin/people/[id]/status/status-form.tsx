"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { AccountStatus } from "@/lib/accounts/labels";
import { setStatusSchema } from "@/lib/accounts/schema";
import { setStatusAction } from "../../actions";

type Props = { userId: string; name: string; status: AccountStatus };

export function StatusForm({ userId, name, status }: Props) {
  const form = useActionForm(setStatusSchema, setStatusAction);
  const isDisabling = status === "disabled";
  return (
    <ActionForm
      form={form}
      submitLabel={isDisabling ? "Disable this account" : "Enable this account"}
      submitVariant={isDisabling ? "warning" : undefined}
      hidden={{ userId, status }}
      cancel={<Link href={`/admin/people/${userId}`}>Cancel and go back to this person</Link>}
    >
      <PageHeading caption={name}>
        {isDisabling ? "Disable this account" : "Enable this account"}
      </PageHeading>
      <p className="govuk-body">
        {isDisabling
          ? "They are signed out at their next click, wherever they are, and cannot sign in until the account is enabled again. Their roles in every area stay as they are, and so does everything they wrote."
          : "They can sign in again, with the roles they have now. Nothing that was open when the account was disabled comes back."}
      </p>
    </ActionForm>
  );
}
