"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { publishDecisionSchema } from "@/lib/governance/schema";
import { publishDecision } from "../../../actions";

type Props = Record<"itemId" | "caption" | "decision", string>;

export function PublishForm({ itemId, caption, decision }: Props) {
  const form = useActionForm(publishDecisionSchema, publishDecision);
  return (
    <ActionForm
      form={form}
      submitLabel="Make it public"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Make the decision public</PageHeading>
      <p className="govuk-body">
        Anybody can then read it on the page of decisions, without an account. The words are those
        of the approved minutes, and do not change.
      </p>
      <InsetText>{decision}</InsetText>
    </ActionForm>
  );
}
