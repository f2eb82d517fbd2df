"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { characteristicLabels } from "@/lib/plans/equality/labels";
import { saveEqualitySchema } from "@/lib/plans/equality/schema";
import { saveEquality } from "../actions";

type Props = { planId: string; title: string; version: string; answers: FormValues };

export function EqualityForm({ planId, title, version, answers }: Props) {
  const form = useActionForm(saveEqualitySchema, saveEquality, { version, ...answers });
  return (
    <ActionForm
      form={form}
      submitLabel="Save the assessment"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/equality?plan=${planId}`}>Cancel and go back to the assessment</Link>
      }
    >
      <PageHeading caption={title}>Equality impact assessment</PageHeading>
      <TextAreaField name="proposal" label="What is proposed?" />
      <CheckboxField
        name="affected"
        legend="Which protected characteristics does it bear on more than others?"
        hint="Leave all of them empty if it bears on none more than another."
        options={characteristicLabels}
        optional
        small
      />
      <TextAreaField name="whoAffected" label="Who is affected, and how do you know?" />
      <TextAreaField
        name="evidence"
        label="What evidence have you looked at?"
        hint="Figures, research, what people have said."
      />
      <TextAreaField name="effect" label="What is the effect, good or bad?" />
      <TextAreaField name="mitigation" label="What is done about it?" />
      <TextAreaField
        name="cohesion"
        label="How could it help or harm relations between communities?"
      />
    </ActionForm>
  );
}
