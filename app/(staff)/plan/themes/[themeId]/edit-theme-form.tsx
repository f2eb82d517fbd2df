"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { ThemeFields } from "@/components/plans/theme-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import type { DutyTheme } from "@/lib/plans/labels";
import { editThemeSchema } from "@/lib/plans/schema";
import { editTheme } from "./actions";

type Props = {
  themeId: string;
  planId: string;
  plan: string;
  dutyThemes: readonly DutyTheme[];
  now: FormValues;
};

export function EditThemeForm({ themeId, planId, plan, dutyThemes, now }: Props) {
  const form = useActionForm(editThemeSchema, editTheme, now);
  return (
    <ActionForm
      form={form}
      submitLabel="Save theme"
      hidden={{ themeId }}
      cancel={
        <Link href={`/plan/objectives?plan=${planId}`}>Cancel and go back to the objectives</Link>
      }
    >
      <PageHeading caption={plan}>Change this theme</PageHeading>
      <ThemeFields dutyThemes={dutyThemes} />
    </ActionForm>
  );
}
