"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { addConsultationSchema } from "@/lib/consultations/schema";
import { addConsultation } from "../actions";

export function NewConsultationForm() {
  const form = useActionForm(addConsultationSchema, addConsultation);
  return (
    <ActionForm
      form={form}
      submitLabel="Record consultation"
      cancel={
        <Link href="/plan/consultations">Cancel and go back to responses to consultations</Link>
      }
    >
      <PageHeading caption="Responses to consultations">Record a consultation</PageHeading>
      <TextField name="title" label="Title" />
      <TextField name="askedBy" label="Which body asks?" hint="For example, the Home Office" />
      <TextAreaField name="about" label="What is it about, and where can it be read?" rows={3} />
      <TextField
        name="regionalBody"
        label="Does a regional body answer as well?"
        hint="Its name. Each question can then be answered with support for what it says."
        optional
      />
      <DateField
        name="contributeBy"
        legend="By when are contributions wanted here?"
        legendSize="s"
      />
      <DateField name="closesDay" legend="When does the consultation close?" legendSize="s" />
    </ActionForm>
  );
}
