"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { sendReportSchema } from "@/lib/reports/schema";
import { sendReport } from "../actions";

export function SendForm({ reportId, version }: { reportId: string; version: string }) {
  const form = useActionForm(sendReportSchema, sendReport, { version });
  return (
    <ActionForm form={form} submitLabel="Send for approval" hidden={{ reportId }}>
      <h2 className="govuk-heading-m">Send for approval</h2>
      <p className="govuk-body">
        The text is frozen as a version with its figures of today. Those named are told, and the
        steering group can read it from then on.
      </p>
    </ActionForm>
  );
}
