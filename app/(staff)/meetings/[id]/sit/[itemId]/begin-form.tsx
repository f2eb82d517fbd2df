"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { itemIdSchema } from "@/lib/panels/schema";
import { beginItem } from "./actions";

export function BeginForm({ itemId }: { itemId: string }) {
  const form = useActionForm(itemIdSchema, beginItem);
  return <ActionForm form={form} submitLabel="Begin this item" hidden={{ itemId }} />;
}
