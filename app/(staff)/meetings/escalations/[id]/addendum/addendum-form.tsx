"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addAnswerAddendumSchema } from "@/lib/governance/schema";
import { addAnswerAddendum } from "../../actions";

type Props = Record<"escalationId" | "title", string>;

export function AddendumForm({ escalationId, title }: Props) {
  const form = useActionForm(addAnswerAddendumSchema, addAnswerAddendum);
  return (
    <ActionForm
      form={form}
      submitLabel="Add addendum"
      hidden={{ escalationId }}
      cancel={
        <Link href={`/meetings/escalations/${escalationId}`}>
          Cancel and go back to the question
        </Link>
      }
    >
      <PageHeading caption={title}>Add an addendum to the answer</PageHeading>
      <p className="govuk-body">
        The answer stays as it was given. What you write stands beside it.
      </p>
      <TextAreaField name="text" label="Addendum" />
    </ActionForm>
  );
}
