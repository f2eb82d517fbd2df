"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { organisationKinds } from "@/lib/training/labels";
import { saveGroupSchema } from "@/lib/training/schema";
import { saveGroup } from "../actions";

type Props = { title: string; groupId?: string; values?: FormValues };

export function GroupForm({ title, groupId, values }: Props) {
  const form = useActionForm(saveGroupSchema, saveGroup, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save role group"
      hidden={groupId ? { groupId } : {}}
      cancel={<Link href="/training/courses">Cancel and go back to the role groups</Link>}
    >
      <PageHeading caption="Training">{title}</PageHeading>
      <TextField name="name" label="Name of the group" />
      <TextAreaField
        name="who"
        label="Who belongs to it?"
        hint="Posts and kinds of work. Name no person."
        rows={3}
      />
      <CheckboxField
        name="foundIn"
        legend="In which kinds of organisation is there anybody of it?"
        hint="Only these are asked to declare figures."
        options={organisationKinds}
      />
    </ActionForm>
  );
}
