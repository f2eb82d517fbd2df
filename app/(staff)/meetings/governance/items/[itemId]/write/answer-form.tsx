"use client";

import { answerEscalation } from "@/app/(staff)/meetings/escalations/actions";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { decisionKinds } from "@/lib/governance/labels";
import { answerEscalationSchema } from "@/lib/governance/schema";

type Props = Record<
  "itemId" | "caption" | "version" | "question" | "options" | "recommendation",
  string
>;

export function AnswerForm({ itemId, caption, version, question, options, recommendation }: Props) {
  const form = useActionForm(answerEscalationSchema, answerEscalation, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Return the answer"
      hidden={{ itemId }}
      cancel={
        <Link href={`/meetings/governance/items/${itemId}`}>Cancel and go back to the item</Link>
      }
    >
      <PageHeading caption={caption}>Answer the question</PageHeading>
      <SummaryList
        rows={[
          { key: "Question", value: <Paragraphs text={question} /> },
          { key: "Options", value: <Paragraphs text={options} /> },
          { key: "Recommendation", value: <Paragraphs text={recommendation} /> },
        ]}
      />
      <SelectField name="decisionKind" label="Kind of answer" options={decisionKinds} />
      <TextAreaField
        name="answer"
        label="Answer"
        hint="It goes back to whoever asked, and cannot be changed afterwards."
        rows={3}
      />
      <TextAreaField name="answerReasons" label="Reasons" rows={3} />
      <RadioField
        name="exempt"
        legend="Is this exempt from publication?"
        legendSize="s"
        hint="What is exempt is never shown to the public."
        options={{ no: "No", yes: "Yes" }}
      />
    </ActionForm>
  );
}
