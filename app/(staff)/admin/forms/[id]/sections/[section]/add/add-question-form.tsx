"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { addFactorSchema } from "@/lib/assessments/frameworks/schema";
import { addFactor } from "../../../../actions";
import { QuestionFields } from "../../../question-fields";

export function AddQuestionForm({ sectionId }: { sectionId: string }) {
  const form = useActionForm(addFactorSchema, addFactor, { sectionId });
  return (
    <ActionForm form={form} hidden={{ sectionId }} submitLabel="Add the question">
      <QuestionFields />
    </ActionForm>
  );
}
