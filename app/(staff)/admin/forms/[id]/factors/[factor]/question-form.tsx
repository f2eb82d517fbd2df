"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { changeFactorSchema } from "@/lib/assessments/frameworks/schema";
import type { FormValues } from "@/lib/form-state";
import { changeFactor } from "../../../actions";
import { QuestionFields } from "../../question-fields";

type Props = {
  frameworkId: string;
  sections: Option[];
  defaults: FormValues & { factorId: string };
};

export function QuestionForm({ frameworkId, sections, defaults }: Props) {
  const form = useActionForm(changeFactorSchema, changeFactor, defaults);
  return (
    <ActionForm
      form={form}
      hidden={{ factorId: defaults.factorId }}
      submitLabel="Save the question"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and go back to the form</Link>}
    >
      <QuestionFields />
      <SelectField
        name="sectionId"
        label="Section"
        labelSize="s"
        options={sections}
        prompt={null}
      />
      <TextField
        name="position"
        label="Position in the section"
        labelSize="s"
        hint="1 is the first"
        inputMode="numeric"
        width={3}
      />
    </ActionForm>
  );
}
