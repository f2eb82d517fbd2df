"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { openRoundSchema } from "@/lib/plans/consultation/schema";
import { openRound } from "../actions";

type Props = { planId: string; title: string; organisations: { id: string; name: string }[] };

export function OpenRoundForm({ planId, title, organisations }: Props) {
  const form = useActionForm(openRoundSchema, openRound);
  return (
    <ActionForm
      form={form}
      submitLabel="Open the consultation"
      hidden={{ planId }}
      cancel={
        <Link href={`/plan/consultation?plan=${planId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Put the draft out for consultation</PageHeading>
      <p className="govuk-body">
        The partners you choose are told at once. What others send you, you write down yourself with
        its source.
      </p>
      <TextAreaField name="question" label="What do you ask them?" />
      <DateField name="closesDay" legend="What is the last day for comments?" />
      <CheckboxField
        name="organisationIds"
        legend="Which organisations are asked?"
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        optional
        small
      />
      <TextAreaField
        name="bodies"
        label="Who else is asked?"
        hint="One to a line, like a government office or a network of faith groups. Organisations and groups, not people."
        rows={4}
        optional
      />
    </ActionForm>
  );
}
