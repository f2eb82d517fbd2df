"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { asOptions, RequirementFields } from "@/components/training/requirement-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addRequirementSchema } from "@/lib/training/schema";
import { addRequirement } from "../../actions";

type Choices = readonly { id: string; name: string }[];
type Props = { groups: Choices; courses: Choices; actions: Choices };

export function AddRequirementForm({ groups, courses, actions }: Props) {
  const form = useActionForm(addRequirementSchema, addRequirement);
  return (
    <ActionForm
      form={form}
      submitLabel="Add requirement"
      cancel={<Link href="/training">Cancel and go back to training</Link>}
    >
      <PageHeading caption="Training">Add a requirement</PageHeading>
      <SelectField name="roleGroupId" label="Who needs it?" options={asOptions(groups)} />
      <SelectField name="courseId" label="What do they need?" options={asOptions(courses)} />
      <RequirementFields actions={actions} />
    </ActionForm>
  );
}
