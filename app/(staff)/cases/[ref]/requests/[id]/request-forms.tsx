"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { cancelRequestSchema, chaseRequestSchema } from "@/lib/information/schema";
import { cancelRequest, chaseRequest } from "./actions";

export function ChaseForm({ requestId }: { requestId: string }) {
  const form = useActionForm(chaseRequestSchema, chaseRequest, { requestId });
  return <ActionForm form={form} hidden={{ requestId }} submitLabel="Send a reminder" />;
}

export function CancelForm({ requestId }: { requestId: string }) {
  const form = useActionForm(cancelRequestSchema, cancelRequest, { requestId });
  return (
    <ActionForm
      form={form}
      hidden={{ requestId }}
      submitLabel="Cancel this request"
      submitVariant="warning"
    />
  );
}
