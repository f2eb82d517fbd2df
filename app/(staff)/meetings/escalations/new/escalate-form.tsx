"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { Choices } from "@/components/governance/body-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { raiseEscalationSchema } from "@/lib/governance/schema";
import { raiseEscalation } from "../actions";

type Props = Record<"about" | "subjectId" | "title" | "back", string> & {
  from: Choices;
  to: Choices;
};

export function EscalateForm({ about, subjectId, title, back, from, to }: Props) {
  const form = useActionForm(raiseEscalationSchema, raiseEscalation);
  return (
    <ActionForm
      form={form}
      submitLabel="Escalate"
      hidden={{ about, subjectId }}
      cancel={<Link href={back}>Cancel and go back to what it is about</Link>}
    >
      <PageHeading caption={title}>Escalate a question</PageHeading>
      <SelectField name="fromBodyId" label="Which body asks?" options={from} />
      <SelectField
        name="toBodyId"
        label="Which body is asked?"
        hint="It comes to the next agenda of that body."
        options={to}
      />
      <TextAreaField name="question" label="Question" rows={3} />
      <TextAreaField name="options" label="What could be done" rows={5} />
      <TextAreaField name="recommendation" label="What is recommended, and why" rows={3} />
    </ActionForm>
  );
}
