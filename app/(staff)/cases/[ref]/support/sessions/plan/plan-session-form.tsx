"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { planSessionSchema } from "@/lib/support/sessions/schema";
import { planSession } from "./actions";

export function PlanSessionForm({ caseId, reference }: { caseId: string; reference: string }) {
  const form = useActionForm(planSessionSchema, planSession);
  return (
    <ActionForm
      form={form}
      submitLabel="Plan this session"
      hidden={{ caseId }}
      cancel={<Link href={`/cases/${reference}/support/sessions`}>Cancel and plan nothing</Link>}
    >
      <PageHeading caption={reference}>Plan a session</PageHeading>
      <DateField name="plannedOn" legend="When is it?" />
      <TextField name="place" label="Where is it?" />
    </ActionForm>
  );
}
