"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { discardDraftSchema } from "@/lib/referrals/drafts/schema";
import { discardDraft } from "./actions";

export function DiscardForm({ draftId }: { draftId: string }) {
  const form = useActionForm(discardDraftSchema, discardDraft);
  return (
    <ActionForm
      form={form}
      submitLabel="Delete draft"
      submitVariant="warning"
      hidden={{ draftId }}
      cancel={<Link href={`/referrals/drafts/${draftId}`}>Keep this draft</Link>}
    >
      <PageHeading>Delete this draft</PageHeading>
      <p className="govuk-body">
        Everything typed in it goes, and so do its files. This cannot be undone. Nothing has been
        sent to anybody.
      </p>
    </ActionForm>
  );
}
