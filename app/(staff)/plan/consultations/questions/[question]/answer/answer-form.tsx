"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { answerQuestionSchema } from "@/lib/consultations/schema";
import type { FormValues } from "@/lib/form-state";
import { answerQuestion } from "../../../actions";

type Props = {
  questionId: string;
  consultationId: string;
  number: number;
  text: string;
  values: FormValues;
};

export function AnswerForm({ questionId, consultationId, number, text, values }: Props) {
  const form = useActionForm(answerQuestionSchema, answerQuestion, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Send contribution"
      hidden={{ questionId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={`Question ${number}`}>Your contribution</PageHeading>
      <InsetText>{text}</InsetText>
      <TextAreaField
        name="body"
        label="What should the response say?"
        rows={10}
        hint="Write of your organisation’s work, and of no person who has been referred. You can change it until the response is submitted."
      />
    </ActionForm>
  );
}
