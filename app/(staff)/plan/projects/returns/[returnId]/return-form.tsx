"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type ParticipantOutcome, participantOutcomes } from "@/lib/projects/labels";
import { recordReturnSchema } from "@/lib/projects/schema";
import { recordReturn } from "../../actions";

type Props = Record<"returnId" | "projectId" | "reference" | "caption" | "period", string>;
const outcomes = Object.keys(participantOutcomes) as ParticipantOutcome[];

export function ReturnForm({ returnId, projectId, reference, caption, period }: Props) {
  const form = useActionForm(recordReturnSchema, recordReturn);
  return (
    <ActionForm
      form={form}
      submitLabel="Record return"
      hidden={{ returnId }}
      cancel={<Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={caption}>Record the return</PageHeading>
      <p className="govuk-body">{period}</p>
      <TextAreaField
        name="progress"
        label="How it went"
        hint="Write about what was done. Name nobody, and give nothing that could point to a person."
      />
      <h2 className="govuk-heading-m">How many took part</h2>
      <p className="govuk-body">
        Numbers only, each person once. Enter 0 where there was nobody. Those who oversee the plan
        see no number under 5.
      </p>
      {outcomes.map((outcome) => (
        <TextField
          key={outcome}
          name={outcome}
          label={participantOutcomes[outcome]}
          inputMode="numeric"
          width={5}
        />
      ))}
    </ActionForm>
  );
}
