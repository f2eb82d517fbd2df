"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Table } from "@/components/ui/table";
import type { FormValues } from "@/lib/form-state";
import { columnOf, mapImportSchema } from "@/lib/plans/imports/schema";
import { evidenceBasisLabels, priorityLabels, workstreamLabels } from "@/lib/plans/labels";
import {
  type FallbackField,
  type Field,
  fallbackFields,
  fieldLabels,
  fields,
  neededFields,
} from "@/lib/plans/sheet/labels";
import { mapImport } from "../actions";

type Option = { value: string; label: string };
type Props = {
  importId: string;
  file: string;
  defaults: FormValues;
  columns: (Option & { samples: string[] })[];
  themes: Option[];
  objectives: Option[];
};

const hints: Partial<Record<Field, string>> = {
  reference: "It says which action a row is about, so each row needs its own.",
  startDay: "Without a column, and where a row is silent, an action starts with the plan.",
  rag: "Words such as Green, A or on track are understood.",
  reason: "For amber and red. Comments serve as well.",
  contributors: "Several in one cell stand on lines of their own, or between semicolons.",
};

/** Each part of an action with its column; and, where few spreadsheets have one, with what every row says. */
export function ColumnsForm({ importId, file, defaults, columns, themes, objectives }: Props) {
  const form = useActionForm(mapImportSchema, mapImport, defaults);
  const silent: Record<FallbackField, ReactNode> = {
    theme: <Same field="theme" options={themes} />,
    objective: <Same field="objective" options={objectives} />,
    workstream: <Same field="workstream" options={workstreamLabels} />,
    priority: <Same field="priority" options={priorityLabels} />,
    evidenceBasis: <Same field="evidenceBasis" options={evidenceBasisLabels} />,
    ownerRole: <TextField name="same-ownerRole" label={sameLabel("ownerRole")} optional />,
    proportionality: (
      <TextAreaField
        name="same-proportionality"
        label={sameLabel("proportionality")}
        rows={2}
        optional
      />
    ),
    cohesionImpact: (
      <TextAreaField
        name="same-cohesionImpact"
        label={sameLabel("cohesionImpact")}
        rows={2}
        optional
      />
    ),
  };
  const column = (field: Field) => (
    <SelectField
      name={columnOf(field)}
      label={`Column for “${fieldLabels[field]}”`}
      hint={hints[field]}
      prompt="No column"
      options={columns}
    />
  );
  const isFallback = (field: Field): field is FallbackField =>
    fallbackFields.some((one) => one === field);
  const others = fields.filter(
    (field) => !isFallback(field) && !neededFields.some((one) => one === field),
  );
  return (
    <ActionForm
      form={form}
      submitLabel="Check the rows"
      hidden={{ importId }}
      cancel={<Link href={`/plan/import/${importId}`}>Cancel and go back to the file</Link>}
    >
      <PageHeading caption={file}>Say which column is which</PageHeading>
      <p className="govuk-body">
        What the headings suggest, or what you chose last time, is there already. Change what is not
        right. Nothing is imported yet.
      </p>
      <Table
        caption="What the columns hold"
        columns={[{ text: "Column" }, { text: "First values" }]}
        rows={columns.map(({ value, label, samples }) => ({
          key: value,
          cells: [label, samples.map((one) => one.slice(0, 60)).join(" · ") || "Empty"],
        }))}
      />
      <h2 className="govuk-heading-m">What every row needs</h2>
      {neededFields.map((field) => (
        <div key={field}>{column(field)}</div>
      ))}
      <h2 className="govuk-heading-m">What the plan asks of every action</h2>
      <p className="govuk-body">
        Select a column, or say one thing for every new action whose row says nothing. Actions that
        the plan has already keep theirs.
      </p>
      {fallbackFields.map((field) => (
        <fieldset key={field} className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
            {fieldLabels[field]}
          </legend>
          {column(field)}
          {silent[field]}
        </fieldset>
      ))}
      <h2 className="govuk-heading-m">What a row may say besides</h2>
      {others.map((field) => (
        <div key={field}>{column(field)}</div>
      ))}
    </ActionForm>
  );
}

const sameLabel = (field: FallbackField) => `“${fieldLabels[field]}” where a row is silent`;

type SameProps = { field: FallbackField; options: Option[] | Readonly<Record<string, string>> };

const Same = ({ field, options }: SameProps) => (
  <SelectField
    name={`same-${field}`}
    label={sameLabel(field)}
    prompt="Nothing"
    options={options}
    optional
  />
);
