"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { WhereFields } from "@/components/panels/where-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { seriesPatterns } from "@/lib/panels/series/labels";
import { seriesSchema } from "@/lib/panels/series/schema";
import { planSeries } from "./actions";

const usual = { title: "Channel panel", lastsMinutes: "180" };

export function SeriesForm({ people }: { people: Option[] }) {
  const form = useActionForm(seriesSchema, planSeries, usual);
  return (
    <ActionForm
      form={form}
      submitLabel="Call the meetings"
      cancel={<Link href="/meetings">Cancel and go back to meetings</Link>}
    >
      <PageHeading>Call meetings at regular times</PageHeading>
      <p className="govuk-body">
        Each is a meeting of its own: one can be moved or cancelled, and the others stay. A day on
        which nobody works is held on the next working day.
      </p>
      <TextField name="title" label="Title" />
      <RadioField name="pattern" legend="How often?" options={seriesPatterns} small />
      <DateField name="firstOn" legend="Date of the first meeting" />
      <DateField
        name="untilOn"
        legend="Date of the last meeting"
        hint="Up to a year after the first"
      />
      <WhereFields />
      <CheckboxField
        name="memberHatIds"
        legend="Who is invited?"
        hint="Whoever is invited can read every case that is put on the agenda of these meetings, unless they have a conflict of interest."
        options={people}
        small
      />
    </ActionForm>
  );
}
