"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Choices, PlanActionFields } from "@/components/plans/plan-action-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addBenchmarkActionSchema } from "@/lib/benchmarks/schema";
import type { FormValues } from "@/lib/form-state";
import { addBenchmarkAction } from "../../../../actions";

type Props = Choices & {
  assessmentId: string;
  criterion: string;
  planId: string;
  plan: string;
  values: FormValues;
};

export function LowScoreForm(props: Props) {
  const { assessmentId, criterion, planId, plan, values, ...choices } = props;
  const form = useActionForm(addBenchmarkActionSchema, addBenchmarkAction, values);
  const at = `/plan/assessments/${assessmentId}/criteria/${criterion}`;
  return (
    <ActionForm
      form={form}
      submitLabel="Add action"
      hidden={{ assessmentId, criterion, planId }}
      cancel={<Link href={at}>Cancel and go back to the criterion</Link>}
    >
      <PageHeading caption={plan}>Make a low level an action</PageHeading>
      <PlanActionFields
        {...choices}
        due={<DateField name="dueDay" legend="When is it due?" legendSize="s" />}
      />
    </ActionForm>
  );
}
