"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { factorAnswers } from "@/lib/assessments/labels";
import { answerSchema } from "@/lib/assessments/schema";
import { answerFactor } from "../../actions";

type Props = {
  reference: string;
  question: string;
  evidence: Option[];
  defaults: {
    assessmentId: string;
    factor: string;
    version: string;
    answer?: string;
    evidence?: string[];
    note?: string;
  };
};

export function AnswerForm({ reference, question, evidence, defaults }: Props) {
  const { assessmentId, factor } = defaults;
  const form = useActionForm(answerSchema, answerFactor, defaults);
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ assessmentId, factor }}
        submitLabel="Save answer"
        cancel={<Link href={`/cases/${reference}/assessment`}>Cancel and change nothing</Link>}
      >
        <PageHeading caption={reference}>{question}</PageHeading>
        <RadioField
          name="answer"
          legend="Is this present?"
          hint="Not known is an answer, and it is never counted as present."
          options={factorAnswers}
        />
        {evidence.length > 0 ? (
          <CheckboxField
            name="evidence"
            legend="Which information does this rest on?"
            hint="Present needs at least one."
            options={evidence}
            small
          />
        ) : (
          <p className="govuk-body">
            There is no information on this case to rest an answer on yet, so nothing can be said to
            be present.
          </p>
        )}
        <TextAreaField name="note" label="Note" optional />
      </ActionForm>
    </div>
  );
}
