"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { EvidenceFields } from "@/components/plans/evidence-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editEvidenceSchema } from "@/lib/plans/evidence/schema";
import { editEvidence } from "./actions";

type Props = { evidenceId: string; actionId: string; reference: string; now: FormValues };

export function EvidenceForm({ evidenceId, actionId, reference, now }: Props) {
  const form = useActionForm(editEvidenceSchema, editEvidence, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Save evidence"
      hidden={{ evidenceId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Change this evidence</PageHeading>
      <EvidenceFields />
    </ActionForm>
  );
}
