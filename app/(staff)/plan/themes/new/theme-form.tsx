"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addThemeSchema } from "@/lib/plans/schema";
import { addTheme } from "./actions";

export function ThemeForm({ planId, plan }: { planId: string; plan: string }) {
  const form = useActionForm(addThemeSchema, addTheme);
  return (
    <ActionForm
      form={form}
      submitLabel="Add theme"
      hidden={{ planId }}
      cancel={<Link href={`/plan?plan=${planId}`}>Cancel and go back to the plan</Link>}
    >
      <PageHeading caption={plan}>Add a theme</PageHeading>
      <TextField name="title" label="Name of the theme" />
    </ActionForm>
  );
}
