"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { linkRecommendationSchema } from "@/lib/profile/schema";
import { linkRecommendation } from "../../actions";

type Props = { recommendationId: string; choices: readonly { value: string; label: string }[] };

export function LinkForm({ recommendationId, choices }: Props) {
  const form = useActionForm(linkRecommendationSchema, linkRecommendation);
  return (
    <ActionForm form={form} submitLabel="Link action" hidden={{ recommendationId }}>
      <SelectField
        name="actionId"
        label="Which action of the plan does it become?"
        labelSize="m"
        hint={
          <>
            If there is none yet, add it to <Link href="/plan">the plan</Link> first.
          </>
        }
        options={choices}
      />
    </ActionForm>
  );
}
