"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { reviewOutcomes } from "@/lib/cases/labels";
import { reviewSchema } from "@/lib/support/schema";
import { recordReview } from "./actions";

type Props = { reviewId: string; reference: string; title: string };

export function ReviewForm({ reviewId, reference, title }: Props) {
  const form = useActionForm(reviewSchema, recordReview);
  return (
    <ActionForm
      form={form}
      submitLabel="Record review"
      hidden={{ reviewId }}
      cancel={<Link href={`/cases/${reference}/reviews`}>Cancel and go back to reviews</Link>}
    >
      <PageHeading caption={reference}>{title}</PageHeading>
      <DateField name="heldOn" legend="When was the review held?" />
      <TextAreaField name="checkedWith" label="Which organisations were asked?" rows={3} />
      <TextAreaField name="summary" label="What did the review find?" />
      <RadioField
        name="outcome"
        legend="What comes of it?"
        options={[
          { value: "no_concern", label: reviewOutcomes.no_concern },
          {
            value: "other_service_need",
            label: reviewOutcomes.other_service_need,
            conditional: <TextField name="otherService" label="Which service?" />,
          },
          {
            value: "new_s36_referral",
            label: reviewOutcomes.new_s36_referral,
            hint: "Opens a new case, linked to this one, which waits for a section 36 decision of its own. This case stays closed.",
          },
        ]}
      />
    </ActionForm>
  );
}
