"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { answerOnwardSchema, chaseOnwardSchema, onwardAnswers } from "@/lib/support/onward/schema";
import { answerOnward, chaseOnward } from "./actions";

type Props = { onwardId: string; version: string };

type AnswerProps = Props & { back: string; isAskedAgain: boolean };

export function AnswerOnwardForm({ onwardId, version, back, isAskedAgain }: AnswerProps) {
  const form = useActionForm(answerOnwardSchema, answerOnward, { version });
  const { no_answer: _, ...onceAsked } = onwardAnswers;
  return (
    <ActionForm
      form={form}
      submitLabel="Record the answer"
      hidden={{ onwardId }}
      cancel={<Link href={back}>Leave it for now</Link>}
    >
      <h2 className="govuk-heading-m">What the service has said</h2>
      <RadioField
        name="state"
        legend="Has it taken the person on?"
        hint={!isAskedAgain && "Ask the service again before you record that it gave no answer."}
        options={isAskedAgain ? onwardAnswers : onceAsked}
        small
      />
      <DateField name="answeredOn" legend="When did it answer, or when was it given up?" />
      <TextAreaField
        name="answer"
        label="What did it say, and if it did not take the person on, what happens instead?"
        rows={3}
      />
    </ActionForm>
  );
}

export function ChaseForm({ onwardId, version }: Props) {
  const form = useActionForm(chaseOnwardSchema, chaseOnward, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record that it was asked again today"
      submitVariant="secondary"
      hidden={{ onwardId }}
    >
      <h2 className="govuk-heading-m">Ask the service again</h2>
    </ActionForm>
  );
}
