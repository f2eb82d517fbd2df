"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { linkRecommendationSchema } from "@/lib/profile/schema";
import { linkRecommendation } from "../../actions";

type Props = { recommendationId: string; choices: readonly { value: string; label: string }[] };

export function LinkForm({ recommendationId, choices }: Props) {
  const form = useActionForm(linkRecommendationSchema, linkRecommendation);
  return (
    <ActionForm
      form={form}
      submitLabel="Link action"
      submitVariant="secondary"
      hidden={{ recommendationId }}
    >
      <SelectField
        name="actionId"
        label="Or which action of the plan does it become?"
        labelSize="m"
        options={choices}
      />
    </ActionForm>
  );
}
