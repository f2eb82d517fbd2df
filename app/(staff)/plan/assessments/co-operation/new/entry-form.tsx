"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { logCooperationSchema } from "@/lib/benchmarks/schema";
import { logCooperation } from "../../actions";

type Organisations = readonly { id: string; name: string }[];
const toChoices = (organisations: Organisations) =>
  organisations.map(({ id, name }) => ({ value: id, label: name }));

export function EntryForm(props: { own: Organisations; organisations: Organisations }) {
  const form = useActionForm(logCooperationSchema, logCooperation);
  return (
    <ActionForm
      form={form}
      submitLabel="Add entry"
      cancel={<Link href="/plan/assessments/co-operation">Cancel and go back</Link>}
    >
      <PageHeading caption="Co-operation">Add an entry</PageHeading>
      <SelectField
        name="organisationId"
        label="Whose entry is it?"
        options={toChoices(props.own)}
      />
      <CheckboxField
        name="partnerIds"
        legend="Who was it done with?"
        legendSize="s"
        options={toChoices(props.organisations)}
        small
      />
      <DateField name="happenedDay" legend="When was it?" legendSize="s" />
      <TextAreaField
        name="what"
        label="What was done together"
        hint="For example a forum, a joint briefing, or a shared protocol. Name no person, and nothing of a case."
      />
      <TextField
        name="place"
        label="Where it is shown"
        hint="For example the minutes, and where they are kept."
      />
    </ActionForm>
  );
}
