"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { completeAssessmentSchema } from "@/lib/assessments/schema";
import { completeAssessment } from "../actions";

type Props = { reference: string; assessmentId: string; children: ReactNode };

export function FinishForm({ reference, assessmentId, children }: Props) {
  const form = useActionForm(completeAssessmentSchema, completeAssessment, { assessmentId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ assessmentId }}
        submitLabel="Complete assessment"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and keep writing</Link>}
      >
        {children}
      </ActionForm>
    </div>
  );
}
