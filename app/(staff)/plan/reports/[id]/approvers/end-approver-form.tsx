"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { endApproverSchema } from "@/lib/reports/schema";
import { endApprover } from "../../actions";

export function EndApproverForm({ approverId, post }: { approverId: string; post: string }) {
  const form = useActionForm(endApproverSchema, endApprover);
  return (
    <ActionForm
      form={form}
      submitLabel={`No longer ask ${post}`}
      submitVariant="secondary"
      hidden={{ approverId }}
    />
  );
}
