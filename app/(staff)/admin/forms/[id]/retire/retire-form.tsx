"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { retireFrameworkSchema } from "@/lib/assessments/frameworks/schema";
import { retireFramework } from "../../actions";

type Props = { frameworkId: string; isDraft: boolean };

export function RetireForm({ frameworkId, isDraft }: Props) {
  const form = useActionForm(retireFrameworkSchema, retireFramework, { frameworkId });
  return (
    <ActionForm
      form={form}
      hidden={{ frameworkId }}
      submitLabel={isDraft ? "Give this draft up" : "Retire this version"}
      submitVariant="warning"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and change nothing</Link>}
    >
      <CheckboxField
        name="isSure"
        label={
          isDraft
            ? "This draft is not wanted any more"
            : "No new assessment is to be made with this version"
        }
      />
    </ActionForm>
  );
}
