"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { MeasureFields } from "@/components/plans/measure-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editMeasureSchema } from "@/lib/plans/measures/schema";
import { editMeasure } from "./actions";

type Props = { measureId: string; reference: string; now: FormValues };

export function MeasureForm({ measureId, reference, now }: Props) {
  const form = useActionForm(editMeasureSchema, editMeasure, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Save measure"
      hidden={{ measureId }}
      cancel={<Link href={`/plan/measures/${measureId}`}>Cancel and go back to the measure</Link>}
    >
      <PageHeading caption={`Action ${reference}`}>Change this measure</PageHeading>
      <MeasureFields />
    </ActionForm>
  );
}
