"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { discardImportSchema } from "@/lib/plans/imports/schema";
import { discardImport } from "./actions";

/** What nobody imports goes by itself after two weeks; this makes it go now. */
export function DiscardForm({ importId }: { importId: string }) {
  const form = useActionForm(discardImportSchema, discardImport);
  return (
    <ActionForm
      form={form}
      submitLabel="Throw the file away"
      submitVariant="secondary"
      hidden={{ importId }}
    />
  );
}
