"use client";

import { YearField } from "@/components/benchmarks/year-field";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { offeredSchemes } from "@/lib/benchmarks/labels";
import { startAssessmentSchema } from "@/lib/benchmarks/schema";
import { startBenchmarks } from "../actions";

type Props = { coverage: Coverage; years: readonly number[] };

export function StartForm({ coverage, years }: Props) {
  const form = useActionForm(startAssessmentSchema, startBenchmarks);
  return (
    <ActionForm
      form={form}
      submitLabel="Begin"
      cancel={<Link href="/plan/assessments">Cancel and go back to self-assessment</Link>}
    >
      <PageHeading caption="Self-assessment">Begin a self-assessment</PageHeading>
      <RadioField
        name="scheme"
        legend="What do you assess yourselves by?"
        legendSize="s"
        options={offeredSchemes}
      />
      <YearField years={years} legend="Which year is it for?" />
      <CoverageField {...coverage} />
    </ActionForm>
  );
}
