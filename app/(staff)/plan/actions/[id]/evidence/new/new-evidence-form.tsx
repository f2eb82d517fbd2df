"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { EvidenceFields } from "@/components/plans/evidence-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addEvidenceSchema } from "@/lib/plans/evidence/schema";
import { addEvidence } from "./actions";

export function NewEvidenceForm({ actionId, reference }: { actionId: string; reference: string }) {
  const form = useActionForm(addEvidenceSchema, addEvidence);
  return (
    <ActionForm
      form={form}
      submitLabel="Add evidence"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Add evidence</PageHeading>
      <EvidenceFields />
    </ActionForm>
  );
}
