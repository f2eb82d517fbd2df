"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { retireFrameworkSchema } from "@/lib/assessments/frameworks/schema";
import { retireFramework } from "../../actions";

export function RetireForm({ frameworkId }: { frameworkId: string }) {
  const form = useActionForm(retireFrameworkSchema, retireFramework, { frameworkId });
  return (
    <ActionForm
      form={form}
      hidden={{ frameworkId }}
      submitLabel="Retire"
      submitVariant="warning"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and change nothing</Link>}
    >
      <CheckboxField name="isSure" label="No new assessment is to be made with this version" />
    </ActionForm>
  );
}
