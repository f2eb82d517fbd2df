"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { withdrawEscalationSchema } from "@/lib/governance/schema";
import { withdrawEscalation } from "../../actions";

type Props = Record<"escalationId" | "title" | "version", string>;

export function WithdrawForm({ escalationId, title, version }: Props) {
  const form = useActionForm(withdrawEscalationSchema, withdrawEscalation, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw the question"
      hidden={{ escalationId }}
      cancel={
        <Link href={`/meetings/escalations/${escalationId}`}>
          Cancel and go back to the question
        </Link>
      }
    >
      <PageHeading caption={title}>Withdraw the question</PageHeading>
      <TextAreaField name="reason" label="Why is it not asked any more?" rows={3} />
    </ActionForm>
  );
}
