"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { nextVersionSchema } from "@/lib/assessments/frameworks/schema";
import { startNextVersion } from "../actions";

export function NextVersionForm({ frameworkId }: { frameworkId: string }) {
  const form = useActionForm(nextVersionSchema, startNextVersion, { frameworkId });
  return (
    <ActionForm form={form} hidden={{ frameworkId }} submitLabel="Start the next version">
      <h2 className="govuk-heading-m">Change what it asks</h2>
      <p className="govuk-body">
        The next version begins as a draft with everything this one says. This one stays in use
        until you publish it.
      </p>
    </ActionForm>
  );
}
