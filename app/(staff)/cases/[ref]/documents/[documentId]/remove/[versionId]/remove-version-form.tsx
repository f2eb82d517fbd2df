"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { removeVersionSchema } from "@/lib/documents/schema";
import { removeVersion } from "./actions";

type Props = { reference: string; versionId: string; number: number; back: string };

export function RemoveVersionForm({ reference, versionId, number, back }: Props) {
  const form = useActionForm(removeVersionSchema, removeVersion, { versionId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ versionId }}
        submitLabel={`Remove version ${number}`}
        submitVariant="warning"
        cancel={<Link href={back}>Cancel removing this version</Link>}
      >
        <PageHeading caption={reference}>{`Remove version ${number}`}</PageHeading>
        <p className="govuk-body">
          The file is destroyed at once, and cannot be brought back. The version stays in the list,
          with your name and your reasons.
        </p>
        <TextAreaField name="reasons" label="Why is it removed?" rows={4} />
      </ActionForm>
    </div>
  );
}
