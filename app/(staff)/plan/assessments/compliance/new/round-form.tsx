"use client";

import { YearField } from "@/components/benchmarks/year-field";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { startDutySchema } from "@/lib/benchmarks/schema";
import { startDutyRound } from "../../actions";

type Props = {
  authorities: readonly { id: string; name: string }[];
  years: readonly number[];
};

export function RoundForm({ authorities, years }: Props) {
  const form = useActionForm(startDutySchema, startDutyRound);
  return (
    <ActionForm
      form={form}
      submitLabel="Begin"
      cancel={<Link href="/plan/assessments/compliance">Cancel and go back</Link>}
    >
      <PageHeading caption="Leadership, partnership and capabilities">Begin a round</PageHeading>
      <SelectField
        name="organisationId"
        label="Which authority is it for?"
        options={authorities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <YearField years={years} legend="Which year is it for?" />
    </ActionForm>
  );
}
