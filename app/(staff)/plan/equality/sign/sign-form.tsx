"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { signEqualitySchema } from "@/lib/plans/equality/schema";
import { signEquality } from "../actions";

type Props = Record<"planId" | "title" | "version", string>;

export function SignForm({ planId, title, version }: Props) {
  const form = useActionForm(signEqualitySchema, signEquality, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Record the signature"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/equality?plan=${planId}`}>Cancel and go back to the assessment</Link>
      }
    >
      <PageHeading caption={title}>Record that it is signed off</PageHeading>
      <p className="govuk-body">
        From then on these answers stay as they are. What is thought of later is the next version.
      </p>
      <TextField name="signedBy" label="Who signed it off?" hint="The post, not the name." />
      <DateField name="signedDay" legend="When was it signed off?" />
    </ActionForm>
  );
}
