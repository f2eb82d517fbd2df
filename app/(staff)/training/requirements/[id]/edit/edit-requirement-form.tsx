"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { useActionForm } from "@/components/form/use-action-form";
import { RequirementFields } from "@/components/training/requirement-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { FormValues } from "@/lib/form-state";
import { editRequirementSchema } from "@/lib/training/schema";
import { editRequirement } from "../../../actions";

type Props = {
  requirementId: string;
  name: string;
  actions: readonly { id: string; name: string }[];
  values: FormValues;
};

export function EditRequirementForm({ requirementId, name, actions, values }: Props) {
  const form = useActionForm(editRequirementSchema, editRequirement, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save requirement"
      hidden={{ requirementId }}
      cancel={
        <Link href={`/training/requirements/${requirementId}`}>
          Cancel and go back to the requirement
        </Link>
      }
    >
      <PageHeading caption={name}>Change the requirement</PageHeading>
      <RequirementFields actions={actions} />
      <RadioField
        name="isNeeded"
        legend="Does the group still need this course?"
        hint="What was declared is kept. A requirement that has ended can be taken up again."
        options={{ yes: "Yes", no: "No, it has ended" }}
      />
    </ActionForm>
  );
}
