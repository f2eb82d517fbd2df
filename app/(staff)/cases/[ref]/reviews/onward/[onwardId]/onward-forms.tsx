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

export function AnswerOnwardForm({ onwardId, version, reference }: Props & { reference: string }) {
  const form = useActionForm(answerOnwardSchema, answerOnward, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record the answer"
      hidden={{ onwardId }}
      cancel={<Link href={`/cases/${reference}/reviews`}>Leave it for now</Link>}
    >
      <h2 className="govuk-heading-m">The service has answered</h2>
      <RadioField name="state" legend="Has it taken the person on?" options={onwardAnswers} small />
      <DateField name="answeredOn" legend="When did it answer?" />
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
      <h2 className="govuk-heading-m">Or it has been asked again</h2>
    </ActionForm>
  );
}
