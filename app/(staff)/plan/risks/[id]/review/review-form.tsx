"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { reviewOutcomeLabels } from "@/lib/risks/labels";
import { reviewRiskSchema } from "@/lib/risks/schema";
import { reviewRisk } from "../../actions";

type Props = Record<"riskId" | "reference" | "title" | "version", string>;

export function ReviewForm({ riskId, reference, title, version }: Props) {
  const form = useActionForm(reviewRiskSchema, reviewRisk, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record review"
      hidden={{ riskId }}
      cancel={<Link href={`/plan/risks/${riskId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={`${reference}: ${title}`}>Record a review</PageHeading>
      <RadioField
        name="outcome"
        legend="What did the review find?"
        legendSize="m"
        options={reviewOutcomeLabels}
      />
      <TextAreaField
        name="note"
        label="What you looked at"
        hint="What is new since last time, and what shows that it stands or does not."
      />
      <DateField
        name="reviewDay"
        legend="When is it looked at again?"
        legendSize="s"
        hint="Within a year."
      />
    </ActionForm>
  );
}
