"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { startSupportSchema } from "@/lib/consent/schema";
import { startSupport } from "./actions";

export function StartForm({ caseId }: { caseId: string }) {
  const form = useActionForm(startSupportSchema, startSupport);
  return <ActionForm form={form} submitLabel="Start support" hidden={{ caseId }} />;
}
