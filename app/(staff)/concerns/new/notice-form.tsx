"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { WarningText } from "@/components/ui/text";
import { noticeConcernSchema } from "@/lib/concerns/schema";
import { howKnownLabels } from "@/lib/referrals/labels";
import { noticeConcern } from "./actions";

export function NoticeForm() {
  const form = useActionForm(noticeConcernSchema, noticeConcern);
  return (
    <ActionForm
      form={form}
      submitLabel="Record concern"
      cancel={<Link href="/concerns">Go back without recording</Link>}
    >
      <PageHeading>Record a concern</PageHeading>
      <WarningText>If somebody is in immediate danger, call 999 first.</WarningText>
      <p className="govuk-body">
        Recording a concern shares it with nobody outside your organisation. You check it next, and
        then decide.
      </p>
      <TextField
        name="about"
        label="Who is it about?"
        hint="A name, or how you know them if you do not know the name."
        spellCheck={false}
      />
      <TextAreaField
        name="noticed"
        label="What did you see or hear?"
        hint="What was said and done, in the words that were used. Do not include anything that comes from an intelligence service."
        rows={10}
      />
      <DateField name="noticedOn" legend="When did you see or hear it?" />
      <RadioField name="howKnown" legend="How do you know?" options={howKnownLabels} />
    </ActionForm>
  );
}
