"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { recordGuidanceSchema } from "@/lib/benchmarks/schema";
import { criterionChoices } from "@/lib/benchmarks/schemes/rules";
import { recordGuidance } from "../../actions";

export function GuidanceForm({ reviewDay }: { reviewDay: string }) {
  const form = useActionForm(recordGuidanceSchema, recordGuidance, { reviewDay });
  return (
    <ActionForm
      form={form}
      submitLabel="Record change"
      cancel={<Link href="/plan/assessments/guidance">Cancel and go back to guidance</Link>}
    >
      <PageHeading caption="Guidance">Record a change of guidance</PageHeading>
      <p className="govuk-body">
        Each specified authority of the area is asked what it means for it, and its lead is told.
      </p>
      <TextField name="title" label="Title of the guidance" />
      <TextField
        name="versionLabel"
        label="Version"
        hint="As the publisher calls it, for example 2023."
        width={20}
      />
      <DateField name="publishedDay" legend="When was it published?" legendSize="s" />
      <DateField name="inForceDay" legend="From when is it in force?" legendSize="s" />
      <TextAreaField name="summary" label="What has changed" />
      <CheckboxField
        name="criteria"
        legend="Which criteria does it bear on?"
        legendSize="s"
        options={criterionChoices}
        optional
        small
      />
      <DateField
        name="reviewDay"
        legend="By when do authorities answer?"
        legendSize="s"
        hint="In 90 days, unless you say otherwise."
      />
    </ActionForm>
  );
}
