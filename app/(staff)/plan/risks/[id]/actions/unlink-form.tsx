"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { linkRiskSchema } from "@/lib/risks/schema";
import { unlinkRisk } from "../../actions";

type Props = Record<"riskId" | "actionId" | "action", string>;

export function UnlinkForm({ riskId, actionId, action }: Props) {
  const form = useActionForm(linkRiskSchema, unlinkRisk);
  return (
    <ActionForm form={form} submitLabel={`End the link to ${action}`} hidden={{ riskId, actionId }}>
      <p className="govuk-body">
        <Link href={`/plan/actions/${actionId}`}>{action}</Link>
      </p>
    </ActionForm>
  );
}
