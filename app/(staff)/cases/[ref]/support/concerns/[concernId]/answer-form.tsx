"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { answerConcernSchema } from "@/lib/support/sessions/schema";
import { answerConcern } from "./actions";

type Props = { concernId: string; version: string; reference: string };

export function AnswerForm({ concernId, version, reference }: Props) {
  const form = useActionForm(answerConcernSchema, answerConcern, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Answer this concern"
      hidden={{ concernId }}
      cancel={<Link href={`/cases/${reference}/support/sessions`}>Leave it for now</Link>}
    >
      <TextAreaField
        name="answer"
        label="What was done about it, or why was nothing needed?"
        hint="Whoever raised it reads this."
      />
    </ActionForm>
  );
}
