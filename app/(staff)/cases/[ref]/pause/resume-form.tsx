"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { resumeCaseSchema } from "@/lib/cases/pauses/schema";
import { resumeCase } from "./actions";

export function ResumeForm({ caseId }: { caseId: string }) {
  const form = useActionForm(resumeCaseSchema, resumeCase);
  return (
    <ActionForm form={form} submitLabel="End the pause" hidden={{ caseId }}>
      <p className="govuk-body">
        The case goes on from where it stood. What was due is due as many days later as it stood
        still.
      </p>
    </ActionForm>
  );
}
