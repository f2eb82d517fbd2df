"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { signOffSchema } from "@/lib/consultations/schema";
import { signOff } from "../../actions";

type Props = { consultationId: string; title: string; version: string };

export function SignOffForm({ consultationId, title, version }: Props) {
  const form = useActionForm(signOffSchema, signOff, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record sign-off"
      hidden={{ consultationId }}
      cancel={
        <Link href={`/plan/consultations/${consultationId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Record the sign-off</PageHeading>
      <TextField
        name="signedBy"
        label="Which body or officer signed it off?"
        hint="For example, the cabinet member for communities"
      />
      <DateField name="signedDay" legend="When was it signed off?" legendSize="s" />
    </ActionForm>
  );
}
