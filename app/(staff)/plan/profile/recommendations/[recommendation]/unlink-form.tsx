"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { linkRecommendationSchema } from "@/lib/profile/schema";
import { unlinkRecommendation } from "../../actions";

type Props = Record<"recommendationId" | "actionId" | "action", string>;

export function UnlinkForm({ recommendationId, actionId, action }: Props) {
  const form = useActionForm(linkRecommendationSchema, unlinkRecommendation);
  return (
    <ActionForm
      form={form}
      submitLabel={`End the link to ${action}`}
      hidden={{ recommendationId, actionId }}
    >
      <p className="govuk-body">
        It is in the plan as <Link href={`/plan/actions/${actionId}`}>{action}</Link>.
      </p>
    </ActionForm>
  );
}
