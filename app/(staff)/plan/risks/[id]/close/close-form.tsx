"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { closeRiskSchema } from "@/lib/risks/schema";
import { closeRisk } from "../../actions";

type Props = Record<"riskId" | "reference" | "title" | "version", string>;

export function CloseForm({ riskId, reference, title, version }: Props) {
  const form = useActionForm(closeRiskSchema, closeRisk, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Close this entry"
      hidden={{ riskId }}
      cancel={<Link href={`/plan/risks/${riskId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${title}`}>Close this entry</PageHeading>
      <p className="govuk-body">
        It stays as it is now, and nobody is reminded of it again. This cannot be undone: if it
        comes back, add it again.
      </p>
      <TextAreaField name="reasons" label="Why does it no longer have to be looked at?" />
    </ActionForm>
  );
}
