"use client";

import type { ReactNode } from "react";

import { ItemFields, type Partner } from "@/components/cases/item-fields";
import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { type Answer, answerLabels } from "@/lib/information/labels";
import { answerRequestSchema } from "@/lib/information/schema";
import { answerRequest } from "./actions";

type Props = {
  requestId: string;
  reference: string;
  answer: Answer;
  partners: Partner[];
  /** The question. */
  children: ReactNode;
};

/** Each way of answering is a page of its own, so that it asks only what that answer needs. */
export function AnswerForm({ requestId, reference, answer, partners, children }: Props) {
  const form = useActionForm(answerRequestSchema, answerRequest, { requestId, answer });
  const isSharing = answer === "answered" || answer === "part";
  return (
    <ActionForm
      form={form}
      hidden={{ requestId, answer }}
      submitLabel="Send answer"
      cancel={<Link href={`/requests/${requestId}`}>Cancel and answer later</Link>}
    >
      <PageHeading caption={reference}>{answerLabels[answer]}</PageHeading>
      {children}
      {isSharing && <ItemFields partners={partners} />}
      {answer === "part" && (
        <TextAreaField name="stillMissing" label="What is missing, and when will it follow?" />
      )}
      {answer === "nil" && (
        <TextAreaField
          name="searched"
          label="Where did you look?"
          hint="That you hold nothing is an answer, and it helps."
        />
      )}
      {answer === "declined" && (
        <TextAreaField name="reasons" label="Why have you decided not to share?" />
      )}
    </ActionForm>
  );
}
