"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addRecommendationSchema } from "@/lib/profile/schema";
import { addRecommendation } from "../../actions";

type Props = { editionId: string; reference: string };

export function RecommendationForm({ editionId, reference }: Props) {
  const form = useActionForm(addRecommendationSchema, addRecommendation);
  return (
    <ActionForm
      form={form}
      submitLabel="Add recommendation"
      hidden={{ editionId }}
      cancel={<Link href={`/plan/profile/${editionId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Add a recommendation</PageHeading>
      <TextAreaField
        name="text"
        label="Recommendation"
        hint="In your own words. No names."
        rows={4}
      />
    </ActionForm>
  );
}
