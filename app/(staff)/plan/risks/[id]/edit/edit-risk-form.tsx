"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { BackgroundWords, type Organisations, RiskWords } from "@/components/risks/risk-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import type { Finding } from "@/lib/risks/labels";
import { editRiskSchema } from "@/lib/risks/schema";
import { editRisk } from "../../actions";

type Props = {
  riskId: string;
  reference: string;
  finding: Finding;
  organisations: Organisations;
  values: FormValues;
};

export function EditRiskForm({ riskId, reference, finding, organisations, values }: Props) {
  const form = useActionForm(editRiskSchema, editRisk, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save changes"
      hidden={{ riskId, finding }}
      cancel={<Link href={`/plan/risks/${riskId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Change the words of this entry</PageHeading>
      <p className="govuk-body">
        The group agrees it again after it has been changed. Until then those above the group do not
        see it.
      </p>
      {finding === "risk" ? (
        <RiskWords organisations={organisations} />
      ) : (
        <BackgroundWords organisations={organisations} />
      )}
    </ActionForm>
  );
}
