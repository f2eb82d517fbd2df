"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { discardImportSchema } from "@/lib/plans/imports/schema";
import { discardImport } from "../actions";

/** What nobody imports goes by itself after two weeks; this makes it go now. */
export function DiscardForm({ importId, name }: Record<"importId" | "name", string>) {
  const form = useActionForm(discardImportSchema, discardImport);
  return (
    <ActionForm
      form={form}
      submitLabel="Throw the file away"
      submitVariant="warning"
      hidden={{ importId }}
      cancel={<Link href={`/plan/import/${importId}`}>Keep the file</Link>}
    >
      <PageHeading caption={name}>Throw this file away</PageHeading>
      <p className="govuk-body">
        What was read from it goes at once, and so does what you said of its columns and names. This
        cannot be undone. The plan stays as it is.
      </p>
    </ActionForm>
  );
}
