"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { renameFrameworkSchema } from "@/lib/assessments/frameworks/schema";
import { renameFramework } from "../../actions";

export function NameForm({ frameworkId, name }: { frameworkId: string; name: string }) {
  const form = useActionForm(renameFrameworkSchema, renameFramework, { frameworkId, name });
  return (
    <ActionForm
      form={form}
      hidden={{ frameworkId }}
      submitLabel="Save the name"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and go back to the form</Link>}
    >
      <TextField name="name" label="Name of the form" labelSize="s" />
    </ActionForm>
  );
}
