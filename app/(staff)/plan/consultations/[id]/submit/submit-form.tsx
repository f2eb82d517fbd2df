"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { submitResponseSchema } from "@/lib/consultations/schema";
import { submitResponse } from "../../actions";

type Props = { consultationId: string; title: string; version: string };

export function SubmitForm({ consultationId, title, version }: Props) {
  const form = useActionForm(submitResponseSchema, submitResponse, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record submission"
      hidden={{ consultationId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Record that it was submitted</PageHeading>
      <p className="govuk-body">
        The response is frozen as it stands, with its receipt. Nobody can change it afterwards.
      </p>
      <DateField name="submittedDay" legend="When was it submitted?" legendSize="s" />
      <TextField
        name="receipt"
        label="Reference of the receipt"
        hint="As the body gave it, or where the confirmation is kept"
      />
    </ActionForm>
  );
}
