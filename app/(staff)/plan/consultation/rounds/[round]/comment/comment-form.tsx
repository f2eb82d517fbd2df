"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { makeCommentSchema } from "@/lib/plans/consultation/schema";
import { makeComment } from "../../../actions";

type Props = Record<"roundId" | "planId" | "title" | "question" | "line", string> & {
  lines: { value: string; label: string }[];
};

export function CommentForm({ roundId, planId, title, question, lines, line }: Props) {
  const form = useActionForm(makeCommentSchema, makeComment, { line });
  return (
    <ActionForm
      form={form}
      submitLabel="Send comment"
      hidden={{ roundId }}
      cancel={
        <Link href={`/plan/consultation?plan=${planId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Make a comment</PageHeading>
      <InsetText>{question}</InsetText>
      <SelectField name="line" label="What is your comment about?" options={lines} />
      <TextAreaField
        name="text"
        label="Your comment"
        hint="Everybody who reads the draft sees it, with the name of your organisation. Name no person."
      />
    </ActionForm>
  );
}
