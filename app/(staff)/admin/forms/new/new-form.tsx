"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { startFrameworkSchema } from "@/lib/assessments/frameworks/schema";
import { startFramework } from "../actions";

export function NewForm({ options }: { options: Option[] }) {
  const form = useActionForm(startFrameworkSchema, startFramework);
  return (
    <ActionForm
      form={form}
      submitLabel="Start the draft"
      cancel={<Link href="/admin/forms">Cancel and go back to the forms</Link>}
    >
      <TextField name="name" label="Name of the form" labelSize="s" />
      <SelectField
        name="fromId"
        label="Begin with"
        labelSize="s"
        hint="What it asks is copied into your draft, where you can change it"
        prompt="Nothing: an empty form"
        options={options}
      />
    </ActionForm>
  );
}
