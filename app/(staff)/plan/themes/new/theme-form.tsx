"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ThemeFields } from "@/components/plans/theme-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { DutyTheme } from "@/lib/plans/labels";
import { addThemeSchema } from "@/lib/plans/schema";
import { addTheme } from "./actions";

type Props = { planId: string; plan: string; dutyThemes: readonly DutyTheme[] };

export function ThemeForm({ planId, plan, dutyThemes }: Props) {
  const form = useActionForm(addThemeSchema, addTheme);
  return (
    <ActionForm
      form={form}
      submitLabel="Add theme"
      hidden={{ planId }}
      cancel={<Link href={`/plan?plan=${planId}`}>Cancel and go back to the plan</Link>}
    >
      <PageHeading caption={plan}>Add a theme</PageHeading>
      <ThemeFields dutyThemes={dutyThemes} />
    </ActionForm>
  );
}
