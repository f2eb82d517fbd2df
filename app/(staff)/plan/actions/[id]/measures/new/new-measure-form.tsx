"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { MeasureFields } from "@/components/plans/measure-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addMeasureSchema } from "@/lib/plans/measures/schema";
import { addMeasure } from "./actions";

export function NewMeasureForm({ actionId, reference }: { actionId: string; reference: string }) {
  const form = useActionForm(addMeasureSchema, addMeasure);
  return (
    <ActionForm
      form={form}
      submitLabel="Add measure"
      hidden={{ actionId }}
      cancel={
        <Link href={`/plan/actions/${actionId}`}>Cancel and go back to action {reference}</Link>
      }
    >
      <PageHeading caption={`Action ${reference}`}>Add a measure</PageHeading>
      <MeasureFields />
    </ActionForm>
  );
}
