"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { type Organisations, RiskWords } from "@/components/risks/risk-fields";
import { ScoreFields } from "@/components/risks/score-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addRiskSchema } from "@/lib/risks/schema";
import { addRisk } from "../actions";

type Props = { coverage: Coverage; organisations: Organisations; ideology?: string };

export function NewRiskForm({ coverage, organisations, ideology = "" }: Props) {
  const form = useActionForm(addRiskSchema, addRisk, { ideology });
  return (
    <ActionForm
      form={form}
      submitLabel="Add risk"
      hidden={{ finding: "risk" }}
      cancel={<Link href="/plan/risks">Cancel and go back to the risk register</Link>}
    >
      <PageHeading caption="Risk register">Add a risk</PageHeading>
      <CoverageField {...coverage} />
      <RiskWords organisations={organisations} />
      <ScoreFields />
      <DateField
        name="reviewDay"
        legend="When is it looked at again?"
        legendSize="s"
        hint="Within a year."
      />
    </ActionForm>
  );
}
