"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { addFactorSchema } from "@/lib/assessments/frameworks/schema";
import { addFactor } from "../../../../actions";
import { QuestionFields } from "../../../question-fields";

type Props = { frameworkId: string; sectionId: string };

export function AddQuestionForm({ frameworkId, sectionId }: Props) {
  const form = useActionForm(addFactorSchema, addFactor, { sectionId });
  return (
    <ActionForm
      form={form}
      hidden={{ sectionId }}
      submitLabel="Add the question"
      cancel={<Link href={`/admin/forms/${frameworkId}`}>Cancel and go back to the form</Link>}
    >
      <QuestionFields />
    </ActionForm>
  );
}
