"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { setDirectorSchema } from "@/lib/clocks/limits/schema";
import { setDirector } from "../actions";

export function DirectorForm({ people }: { people: Option[] }) {
  const form = useActionForm(setDirectorSchema, setDirector);
  return (
    <ActionForm
      form={form}
      submitLabel="Set who is told"
      cancel={<Link href="/admin/areas">Cancel and go back to the area</Link>}
    >
      <SelectField name="hatId" label="Who is told?" options={people} />
    </ActionForm>
  );
}
