"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { addSectionSchema } from "@/lib/assessments/frameworks/schema";
import { addSection } from "../../../actions";

export function AddSectionForm({ frameworkId }: { frameworkId: string }) {
  const form = useActionForm(addSectionSchema, addSection, { frameworkId });
  return (
    <ActionForm
      form={form}
      hidden={{ frameworkId }}
      submitLabel="Add the section"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and go back to the form</Link>}
    >
      <TextField name="name" label="Name of the section" labelSize="s" />
      <TextAreaField
        name="guidance"
        label="Guidance for the assessor"
        labelSize="s"
        optional
        rows={4}
      />
    </ActionForm>
  );
}
