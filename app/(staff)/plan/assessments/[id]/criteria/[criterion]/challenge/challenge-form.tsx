"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { verdictLabels } from "@/lib/benchmarks/labels";
import { challengeSchema } from "@/lib/benchmarks/schema";
import { challengeCriterion } from "../../../../actions";

type Props = Record<"assessmentId" | "criterion" | "wording" | "level", string>;

export function ChallengeForm({ wording, level, ...on }: Props) {
  const form = useActionForm(challengeSchema, challengeCriterion);
  const at = `/plan/assessments/${on.assessmentId}/criteria/${on.criterion}`;
  return (
    <ActionForm
      form={form}
      submitLabel="Record your view"
      hidden={on}
      cancel={<Link href={at}>Cancel and go back to the criterion</Link>}
    >
      <PageHeading caption={wording}>Is the level right?</PageHeading>
      <p className="govuk-body">
        The level that was given is <strong>{level}</strong>. The assessor answers what you say, and
        both stay with the self-assessment.
      </p>
      <RadioField
        name="verdict"
        legend="What do you think of the level?"
        legendSize="s"
        options={verdictLabels}
      />
      <TextAreaField name="note" label="Reasons" hint="Name no person." />
    </ActionForm>
  );
}
