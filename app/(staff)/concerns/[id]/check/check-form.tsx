"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addCheckNoteSchema } from "@/lib/concerns/schema";
import { addCheckNote } from "./actions";

export function CheckForm({ concernId, about }: { concernId: string; about: string }) {
  const form = useActionForm(addCheckNoteSchema, addCheckNote);
  return (
    <ActionForm
      form={form}
      submitLabel="Record check"
      hidden={{ concernId }}
      cancel={<Link href={`/concerns/${concernId}`}>Go back without recording</Link>}
    >
      <PageHeading caption={about}>Record a check</PageHeading>
      <p className="govuk-body">
        Once it is recorded a check stays as it is. To correct one, record another.
      </p>
      <TextField
        name="spokenTo"
        label="Who did you speak to?"
        hint="For example, the form tutor, a parent or the person themselves"
      />
      <TextAreaField name="whatTheySaid" label="What did they say?" />
      <TextAreaField name="otherExplanation" label="What else could explain it?" />
    </ActionForm>
  );
}
