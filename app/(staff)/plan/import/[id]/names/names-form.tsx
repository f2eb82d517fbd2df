"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { nameImportSchema } from "@/lib/plans/imports/schema";
import type { UnknownName } from "@/lib/plans/rows/rules";
import { leftOut } from "@/lib/plans/rows/rules";
import { nameImport } from "../actions";

type Option = { value: string; label: string };
type Props = {
  importId: string;
  version: string;
  file: string;
  unknown: (UnknownName & { chosen: string })[];
  organisations: Option[];
  themes: Option[];
};

const leave = { value: leftOut, label: "Leave these rows out" };
const rowsOf = ({ rows }: UnknownName) =>
  rows.length === 1
    ? `In row ${rows[0]}`
    : `In ${rows.length} rows: ${rows.slice(0, 8).join(", ")}${rows.length > 8 ? " and more" : ""}`;

/** Each name once, however many rows have it. */
export function NamesForm({ importId, version, file, unknown, organisations, themes }: Props) {
  const chosen = unknown.map((one, index) => [`means-${index}`, one.chosen] as const);
  const form = useActionForm(nameImportSchema, nameImport, {
    version,
    ...Object.fromEntries(chosen),
  });
  const keys = unknown.map(({ key }, index) => [`key-${index}`, key] as const);
  return (
    <ActionForm
      form={form}
      submitLabel="Save and check the rows"
      hidden={{ importId, ...Object.fromEntries(keys) }}
      cancel={<Link href={`/plan/import/${importId}`}>Cancel and go back to the file</Link>}
    >
      <PageHeading caption={file}>Names that the plan does not know</PageHeading>
      {unknown.length === 0 ? (
        <p className="govuk-body">Every name in the file is one that the plan knows.</p>
      ) : (
        <p className="govuk-body">
          Say what each of them stands for. It is remembered for the next file.
        </p>
      )}
      {unknown.map((one, index) => (
        <SelectField
          key={one.key}
          name={`means-${index}`}
          label={
            one.kind === "owner"
              ? `Which organisation is “${one.name}”?`
              : `Which theme is “${one.name}”?`
          }
          hint={rowsOf(one)}
          options={[...(one.kind === "owner" ? organisations : themes), leave]}
        />
      ))}
    </ActionForm>
  );
}
