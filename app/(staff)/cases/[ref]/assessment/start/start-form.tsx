"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { assessmentPurposes, type Framework } from "@/lib/assessments/labels";
import { startAssessmentSchema } from "@/lib/assessments/schema";
import { startAssessment } from "../actions";

type Props = {
  caseId: string;
  reference: string;
  frameworks: Pick<Framework, "code" | "name" | "version">[];
};

export function StartForm({ caseId, reference, frameworks }: Props) {
  const form = useActionForm(startAssessmentSchema, startAssessment, { caseId });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId }}
        submitLabel="Start assessment"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and start nothing</Link>}
      >
        <PageHeading caption={reference}>Start an assessment</PageHeading>
        <RadioField
          name="frameworkId"
          legend="Which framework?"
          hint="The wording of its questions is kept with each answer."
          options={frameworks.map(({ code, name, version }) => ({
            value: code,
            label: `${name} (${version})`,
          }))}
        />
        <RadioField name="purpose" legend="Why now?" options={assessmentPurposes} />
      </ActionForm>
    </div>
  );
}
