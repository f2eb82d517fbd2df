"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { unpublishDecisionSchema } from "@/lib/governance/schema";
import { unpublishDecision } from "../../../actions";

type Props = Record<"itemId" | "caption", string>;

export function UnpublishForm({ itemId, caption }: Props) {
  const form = useActionForm(unpublishDecisionSchema, unpublishDecision);
  return (
    <ActionForm
      form={form}
      submitLabel="Withdraw it"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Withdraw the decision from the public page</PageHeading>
      <TextAreaField
        name="reason"
        label="Why is it withdrawn?"
        hint="It cannot be published again."
        rows={3}
      />
    </ActionForm>
  );
}
