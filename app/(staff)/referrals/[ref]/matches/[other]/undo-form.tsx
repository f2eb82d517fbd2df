"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { undoLinkSchema } from "@/lib/referrals/screening/schema";
import { undoLink } from "./actions";

/** The answer stays on record as one that was taken back. */
export function UndoForm({ linkId, reference }: { linkId: string; reference: string }) {
  const form = useActionForm(undoLinkSchema, undoLink);
  return (
    <ActionForm
      form={form}
      submitLabel="Take the answer back"
      hidden={{ linkId }}
      cancel={<Link href={`/referrals/${reference}`}>Keep the answer</Link>}
    >
      <TextAreaField
        name="reasons"
        label="Why was this answer wrong?"
        labelSize="m"
        hint="At least 20 characters. The question is open again afterwards."
        maxLength={2000}
      />
    </ActionForm>
  );
}
