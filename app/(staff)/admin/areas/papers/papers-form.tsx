"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { papersCloseSchema } from "@/lib/panels/papers/schema";
import { setPapersClose } from "./actions";

export function PapersForm({ days }: { days: string }) {
  const form = useActionForm(papersCloseSchema, setPapersClose, { days });
  return (
    <ActionForm
      form={form}
      submitLabel="Save when papers close"
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <PageHeading>When papers close</PageHeading>
      <p className="govuk-body">
        A paper that comes later can still be read, and is marked as late.
      </p>
      <TextField name="days" label="Working days before a meeting" width={2} inputMode="numeric" />
    </ActionForm>
  );
}
