"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addAddendumSchema } from "@/lib/referrals/schema";
import { addAddendum } from "./actions";

export function AddForm({ reference }: { reference: string }) {
  const form = useActionForm(addAddendumSchema, addAddendum);
  return (
    <ActionForm
      form={form}
      submitLabel="Add to referral"
      hidden={{ reference }}
      cancel={<Link href={`/referrals/${reference}`}>Go back without adding</Link>}
    >
      <PageHeading caption={reference}>Add to your referral</PageHeading>
      <p className="govuk-body">
        What you sent stays as it is. This is kept beside it, and cannot be changed afterwards. The
        gateway is told that you have added something.
      </p>
      <TextAreaField
        name="body"
        label="What do you want to add?"
        hint="Say whether it is a correction or something new. Do not include anything that comes from an intelligence service."
        rows={10}
      />
    </ActionForm>
  );
}
