"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { publishFrameworkSchema } from "@/lib/assessments/frameworks/schema";
import { publishFramework } from "../../actions";

export function PublishForm({ frameworkId }: { frameworkId: string }) {
  const form = useActionForm(publishFrameworkSchema, publishFramework, { frameworkId });
  return (
    <ActionForm
      form={form}
      hidden={{ frameworkId }}
      submitLabel="Publish"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and keep the draft</Link>}
    >
      <CheckboxField
        name="isChecked"
        label="I have looked at the preview, and the area may use these questions"
      />
    </ActionForm>
  );
}
