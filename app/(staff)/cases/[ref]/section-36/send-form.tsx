"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { sendForDecisionSchema } from "@/lib/cases/section-36/schema";
import { sendForDecision } from "./actions";

export function SendForm({ caseId }: { caseId: string }) {
  const form = useActionForm(sendForDecisionSchema, sendForDecision, { caseId });
  return (
    <div className="app-reading">
      <ActionForm form={form} hidden={{ caseId }} submitLabel="Send for the section 36 decision">
        <p className="govuk-body">
          The assessment is complete and no request is waited for. Whose decision it is, is told
          that the case is ready.
        </p>
      </ActionForm>
    </div>
  );
}
