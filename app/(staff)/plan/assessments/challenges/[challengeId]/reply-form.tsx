"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { replySchema } from "@/lib/benchmarks/schema";
import { replyToChallenge } from "../../actions";

type Props = Record<"challengeId" | "back" | "wording" | "by" | "verdict" | "note", string>;

export function ReplyForm({ challengeId, back, wording, by, verdict, note }: Props) {
  const form = useActionForm(replySchema, replyToChallenge);
  return (
    <ActionForm
      form={form}
      submitLabel="Record your answer"
      hidden={{ challengeId }}
      cancel={<Link href={back}>Cancel and go back to the criterion</Link>}
    >
      <PageHeading caption={wording}>Answer {by}</PageHeading>
      <InsetText>
        {verdict}: {note}
      </InsetText>
      <TextAreaField
        name="reply"
        label="Your answer"
        hint="If the level should be another, change it as well. Your answer is given once."
      />
    </ActionForm>
  );
}
