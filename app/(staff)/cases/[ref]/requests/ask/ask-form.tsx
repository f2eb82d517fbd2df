"use client";

import type { ReactNode } from "react";

import type { Partner } from "@/components/cases/item-fields";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { type LawfulBasis, lawfulBasisLabels } from "@/lib/information/labels";
import { askForInformationSchema, ownField } from "@/lib/information/schema";
import { askForInformation } from "./actions";

type Start = { question: string; lawfulBasis: LawfulBasis; days: number; dueText: string };
type Props = {
  caseId: string;
  reference: string;
  partners: Partner[];
  invitees: Partner[];
  /** The text to start from. The basis and the day are said and not chosen (IS-02). */
  start: Start | null;
  /** The heading and the texts to start from, under what is wrong with the form. */
  children: ReactNode;
};

/** Each may be asked the common question, or one of its own. Without script every box is there. */
const withOwnQuestion = ({ value, label }: Partner) => ({
  ...{ value, label },
  conditional: (
    <TextAreaField
      name={ownField(value)}
      label={`A question of its own for ${label}`}
      hint="Leave this empty to ask the common question."
      optional
      rows={3}
    />
  ),
});

export function AskForm({ caseId, reference, partners, invitees, start, children }: Props) {
  const question = start?.question ?? "";
  const form = useActionForm(askForInformationSchema, askForInformation, { caseId, question });
  return (
    <ActionForm
      form={form}
      hidden={{ caseId }}
      submitLabel="Ask for information"
      cancel={<Link href={`/cases/${reference}/requests`}>Cancel and ask nobody</Link>}
    >
      {children}
      <TextAreaField
        name="question"
        label="What do you need to know, and why?"
        hint="This is the common question. Ask only for what is needed for this case."
        rows={8}
      />
      <CheckboxField
        name="organisationIds"
        legend="Which organisations?"
        options={partners.map(withOwnQuestion)}
        small
      />
      {invitees.length > 0 && (
        <CheckboxField
          name="hatIds"
          legend="Who is asked by name?"
          hint="People invited to a meeting for this case alone. They can answer until the panel has decided the case."
          options={invitees.map(withOwnQuestion)}
          small
          optional
        />
      )}
      <SelectField
        name="lawfulBasis"
        label="Lawful basis for sharing"
        hint={start && `The starting text suggests: ${lawfulBasisLabels[start.lawfulBasis]}`}
        options={lawfulBasisLabels}
      />
      <DateField
        name="dueDay"
        legend="When do you need an answer by?"
        hint={
          start
            ? `The starting text suggests ${start.days} working days: ${start.dueText}`
            : undefined
        }
      />
    </ActionForm>
  );
}
