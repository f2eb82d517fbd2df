"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText, WarningText } from "@/components/ui/text";
import { draftAnswerSchema } from "@/lib/consultations/schema";
import type { FormValues } from "@/lib/form-state";
import { draftAnswer } from "../../actions";

type Props = {
  questionId: string;
  consultationId: string;
  number: number;
  text: string;
  wasSigned: boolean;
  stances: Readonly<Record<string, string>>;
  values: FormValues;
};

export function DraftForm(props: Props) {
  const { questionId, consultationId, number, text, wasSigned, stances, values } = props;
  const form = useActionForm(draftAnswerSchema, draftAnswer, values);
  return (
    <ActionForm
      form={form}
      submitLabel="Save answer"
      hidden={{ questionId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={`Question ${number}`}>Draft the answer</PageHeading>
      <InsetText>{text}</InsetText>
      {wasSigned && (
        <WarningText>
          The response is signed off. Once an answer is changed it has to be signed off again.
        </WarningText>
      )}
      <RadioField name="stance" legend="Whose answer is it?" legendSize="s" options={stances} />
      <TextAreaField
        name="draft"
        label="Answer"
        rows={10}
        hint="May stay empty where we support another answer as a whole, or give none."
      />
    </ActionForm>
  );
}
