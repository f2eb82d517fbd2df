"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { changeSectionSchema } from "@/lib/assessments/frameworks/schema";
import { changeSection } from "../../../actions";

type Props = {
  frameworkId: string;
  defaults: {
    sectionId: string;
    version: string;
    name: string;
    guidance: string;
    position: string;
  };
  of: number;
};

export function SectionForm({ frameworkId, defaults, of }: Props) {
  const form = useActionForm(changeSectionSchema, changeSection, defaults);
  return (
    <ActionForm
      form={form}
      hidden={{ sectionId: defaults.sectionId }}
      submitLabel="Save the section"
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
      <TextField
        name="position"
        label="Position"
        labelSize="s"
        hint={of === 1 ? "It is the only section" : `From 1 to ${of}`}
        inputMode="numeric"
        width={3}
      />
    </ActionForm>
  );
}
