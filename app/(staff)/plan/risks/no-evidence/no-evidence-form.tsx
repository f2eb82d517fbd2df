"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Coverage, CoverageField } from "@/components/risks/coverage-field";
import { BackgroundWords, type Organisations } from "@/components/risks/risk-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addRiskSchema } from "@/lib/risks/schema";
import { addRisk } from "../actions";

type Props = { coverage: Coverage; organisations: Organisations; ideology?: string };

export function NoEvidenceForm({ coverage, organisations, ideology = "" }: Props) {
  const form = useActionForm(addRiskSchema, addRisk, { ideology });
  return (
    <ActionForm
      form={form}
      submitLabel="Add statement"
      hidden={{ finding: "no_evidence" }}
      cancel={<Link href="/plan/risks">Cancel and go back to the risk register</Link>}
    >
      <PageHeading caption="Risk register">
        Say that there is no evidence above the national background
      </PageHeading>
      <p className="govuk-body">
        This is an answer like any other: it rests on something, has an owner, and is looked at
        again.
      </p>
      <CoverageField {...coverage} />
      <BackgroundWords organisations={organisations} />
      <DateField
        name="reviewDay"
        legend="When is it looked at again?"
        legendSize="s"
        hint="Within a year."
      />
    </ActionForm>
  );
}
