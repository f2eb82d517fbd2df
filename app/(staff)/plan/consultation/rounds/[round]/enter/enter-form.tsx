"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { enteredSourceLabels } from "@/lib/plans/consultation/labels";
import { enterCommentSchema } from "@/lib/plans/consultation/schema";
import { enterComment } from "../../../actions";

type Props = Record<"roundId" | "planId" | "title", string> & {
  lines: { value: string; label: string }[];
};

export function EnterForm({ roundId, planId, title, lines }: Props) {
  const form = useActionForm(enterCommentSchema, enterComment);
  return (
    <ActionForm
      form={form}
      submitLabel="Save comment"
      hidden={{ roundId }}
      cancel={
        <Link href={`/plan/consultation?plan=${planId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Write down a comment</PageHeading>
      <p className="govuk-body">
        For what came by letter or was said at an event. Name no person: what counts is what was
        said, and where.
      </p>
      <RadioField
        name="sourceKind"
        legend="Where does it come from?"
        options={enteredSourceLabels}
      />
      <TextField
        name="sourceTitle"
        label="What was it?"
        hint="Like “Letter from the regional office” or “Awareness evening at the town hall”."
      />
      <DateField name="saidDay" legend="When was it sent or said?" />
      <SelectField name="line" label="What is it about?" options={lines} />
      <TextAreaField name="text" label="The comment" />
    </ActionForm>
  );
}
