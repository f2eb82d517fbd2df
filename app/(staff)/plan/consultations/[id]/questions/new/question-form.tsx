"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addQuestionSchema } from "@/lib/consultations/schema";
import { addQuestion } from "../../../actions";

type Props = { consultationId: string; title: string; number: number };

export function QuestionForm({ consultationId, title, number }: Props) {
  const form = useActionForm(addQuestionSchema, addQuestion);
  return (
    <ActionForm
      form={form}
      submitLabel="Add question"
      hidden={{ consultationId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Add question {number}</PageHeading>
      <TextAreaField name="text" label="The question, as it is asked" />
    </ActionForm>
  );
}
