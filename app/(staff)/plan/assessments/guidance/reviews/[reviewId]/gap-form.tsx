"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { gapOutcomes } from "@/lib/benchmarks/labels";
import { answerGapSchema } from "@/lib/benchmarks/schema";
import { answerGapReview } from "../../../actions";

type Props = Record<"reviewId" | "guidanceId" | "title" | "organisation" | "summary", string>;

export function GapForm({ reviewId, guidanceId, title, organisation, summary }: Props) {
  const form = useActionForm(answerGapSchema, answerGapReview);
  return (
    <ActionForm
      form={form}
      submitLabel="Record answer"
      hidden={{ reviewId }}
      cancel={<Link href={`/plan/assessments/guidance/${guidanceId}`}>Cancel and go back</Link>}
    >
      <PageHeading caption={title}>What it means for {organisation}</PageHeading>
      <InsetText>{summary}</InsetText>
      <RadioField
        name="outcome"
        legend="What does the change mean for you?"
        legendSize="s"
        options={[
          { value: "no_gap", label: gapOutcomes.no_gap },
          {
            value: "gap",
            label: gapOutcomes.gap,
            conditional: (
              <>
                <TextAreaField name="planned" label="What will be done" rows={3} />
                <DateField name="plannedDay" legend="By when?" legendSize="s" />
              </>
            ),
          },
          { value: "not_applicable", label: gapOutcomes.not_applicable },
        ]}
      />
      <TextAreaField name="reasons" label="Reasons" hint="What you looked at. Name no person." />
    </ActionForm>
  );
}
