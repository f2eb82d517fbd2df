"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { declineRecommendationSchema } from "@/lib/profile/schema";
import { declineRecommendation } from "../../actions";

type Props = Record<"recommendationId" | "version", string>;

export function DeclineForm({ recommendationId, version }: Props) {
  const form = useActionForm(declineRecommendationSchema, declineRecommendation, { version });
  return (
    <>
      <h2 className="govuk-heading-m">Or say that it is not taken up</h2>
      <ActionForm
        form={form}
        submitLabel="Record that it is not taken up"
        submitVariant="secondary"
        hidden={{ recommendationId }}
      >
        <TextAreaField
          name="reasons"
          label="Why is it not taken up?"
          hint="The steering group reads this. It cannot be undone."
        />
      </ActionForm>
    </>
  );
}
